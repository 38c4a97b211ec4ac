import { CreditNoteLines } from "@quittance/shared/documents/CreditNoteLines.tsx";
import { Party } from "@quittance/shared/documents/Party.tsx";
import { creditNoteKinds } from "@quittance/shared/documents/creditNoteKinds.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { PageLink } from "../app/PageLink.tsx";
import { graphql } from "../gql";
import type { CreditNotePageQuery as Answer } from "../gql/graphql.ts";

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
      total {
        amount
        currency
      }
      seller {
        ...Party
      }
      buyer {
        ...Party
      }
      ...CreditNoteLines
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
        <CreditNoteLines note={note} />
      </Section>
    </ThingPage>
  );
}
