import { Day, Days } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { exchangeText, roundingLabel } from "@quittance/ui/taxTexts.ts";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { PageLink } from "../app/PageLink.tsx";
import { graphql } from "../gql";
import type { CreditNotePageQuery as Answer } from "../gql/graphql.ts";
import { Party } from "../invoices/Party.tsx";
import { creditNoteKinds } from "./creditNoteKinds.ts";
import styles from "./CreditNotePage.module.css";

const CreditNotePageQuery = graphql(`
  query CreditNotePage($id: ID!) {
    creditNote(id: $id) {
      id
      kind
      number
      issuedOn
      reason
      pdfUrl
      invoice {
        id
        number
      }
      net {
        amount
        currency
      }
      total {
        amount
        currency
      }
      cashRounding {
        currency
        increment
      }
      rounding {
        amount
        currency
      }
      taxExchange {
        currency
        rate
        on
        tax {
          amount
          currency
        }
      }
      taxRows {
        label
        tax {
          amount
          currency
        }
      }
      lines {
        id
        description
        quantity
        net {
          amount
          currency
        }
        period {
          start
          end
        }
        taxLabel
        explanation
      }
      seller {
        ...Party
      }
      buyer {
        ...Party
      }
    }
  }
`);

type CreditNote = NonNullable<Answer["creditNote"]>;

/** One credit note or cancellation: what was given back, and why this amount. */
export default function CreditNotePage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: CreditNotePageQuery, variables: { id: params.id } });
  useFreshLinks(ask);
  if (isNotFound(error) || data?.creditNote === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The credit note could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.creditNote) return <LoadingThing label="Loading the credit note" />;
  return <Shown note={data.creditNote} />;
}

function Shown({ note }: { note: CreditNote }) {
  const { number, kind, total, invoice, pdfUrl } = note;
  const cancels = kind === "CANCELLATION";
  return (
    <ThingPage
      back={{ label: "Credit notes", href: "/credit-notes" }}
      title={number}
      figure={<Money {...total} />}
      note={creditNoteKinds[kind]}
      primary={pdfUrl && <DownloadLink href={pdfUrl}>Download PDF</DownloadLink>}
      aside={
        <>
          <Section title="Details">
            <Facts
              facts={[
                { label: "Issued", value: <Day value={note.issuedOn} /> },
                {
                  label: cancels ? "Cancels invoice" : "For invoice",
                  value: invoice && (
                    <PageLink by="INVOICES" href={`/invoices/${invoice.id}`}>
                      {invoice.number}
                    </PageLink>
                  ),
                },
                { label: "Reason", value: note.reason },
              ]}
            />
          </Section>
          <Section title="From">
            <Party party={note.seller} />
          </Section>
          <Section title="To">
            <Party party={note.buyer} />
          </Section>
        </>
      }
    >
      <Section title={cancels ? "What is cancelled" : "What is credited"}>
        <Lines note={note} />
      </Section>
    </ThingPage>
  );
}

function Lines({ note }: { note: CreditNote }) {
  const { lines, net, taxRows, cashRounding, rounding, taxExchange, total } = note;
  return (
    <div className={styles.lines}>
      {lines.map((line) => (
        <details key={line.id}>
          <summary className={styles.line}>
            <span>
              {line.description}
              <span className={styles.soft}>
                {line.period && (
                  <>
                    {" "}
                    <Days {...line.period} />
                  </>
                )}
                {line.quantity && ` · ${line.quantity} units`}
                {line.taxLabel && ` · ${line.taxLabel}`}
              </span>
            </span>
            <Money {...line.net} />
          </summary>
          <ul className={styles.why}>
            {line.explanation.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ))}
      <dl className={styles.sums}>
        <Sum label="Net" value={net} />
        {taxRows.map(({ label, tax }) => (
          <Sum key={label} label={label} value={tax} />
        ))}
        {cashRounding && <Sum label={roundingLabel(cashRounding)} value={rounding} />}
        <Sum label="Total" value={total} strong />
      </dl>
      {taxExchange && <p className={styles.soft}>{exchangeText(taxExchange, total.currency)}</p>}
    </div>
  );
}

function Sum({ label, value, strong = false }: { label: string; value: Amount; strong?: boolean }) {
  return (
    <div {...(strong && { "data-strong": true })}>
      <dt>{label}</dt>
      <dd>
        <Money {...value} />
      </dd>
    </div>
  );
}
