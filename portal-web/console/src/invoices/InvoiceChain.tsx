import { creditNoteKinds } from "@quittance/shared/documents/creditNoteKinds.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import totals from "../drafts/DraftTotals.module.css";
import { Sum } from "@quittance/ui/Sum.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./InvoiceChain.module.css";

const InvoiceChainFields = graphql(`
  fragment InvoiceChain on Invoice {
    id
    supplements {
      id
      number
    }
    replaces {
      id
      number
    }
    replacedBy {
      id
      number
    }
    creditNotes {
      id
      kind
      number
      issuedOn
      total {
        amount
        currency
      }
    }
    chain {
      bill {
        id
        number
        total {
          amount
          currency
        }
      }
      supplements {
        id
        number
        issuedOn
        lateFee {
          id
          waived
        }
        total {
          amount
          currency
        }
      }
      credited {
        amount
        currency
      }
      total {
        amount
        currency
      }
      amountDue {
        amount
        currency
      }
    }
  }
`);

/** What was added to a bill and given back of it since, and what all of it comes to. */
export function InvoiceChain({ invoice: masked }: { invoice: FragmentType<typeof InvoiceChainFields> }) {
  const invoice = getFragmentData(InvoiceChainFields, masked);
  const { chain, creditNotes, replaces, replacedBy } = invoice;
  const alone = chain.supplements.length + creditNotes.length === 0;
  if (alone && !replaces && !replacedBy) return null;
  return (
    <Section title="What belongs to it">
      <ul className={styles.chain}>
        {replaces && (
          <li>
            Instead of <Link href={`/invoices/${replaces.id}`}>{replaces.number}</Link>
          </li>
        )}
        {replacedBy && (
          <li>
            Issued anew as <Link href={`/invoices/${replacedBy.id}`}>{replacedBy.number}</Link>
          </li>
        )}
        {invoice.supplements && (
          <li>
            <span>
              The bill <Link href={`/invoices/${chain.bill.id}`}>{chain.bill.number}</Link>
            </span>
            <Money {...chain.bill.total} />
          </li>
        )}
        {chain.supplements
          .filter(({ id }) => id !== invoice.id)
          .map(({ id, number, issuedOn, total, lateFee }) => (
            <li key={id}>
              <span>
                {lateFee ? "Late fee" : "Charge"} <Link href={`/invoices/${id}`}>{number}</Link>
                {lateFee?.waived && ", waived"}
                {issuedOn && (
                  <span className={styles.soft}>
                    {" "}
                    <Day value={issuedOn} />
                  </span>
                )}
              </span>
              <Money {...total} />
            </li>
          ))}
        {creditNotes.map(({ id, kind, number, issuedOn, total }) => (
          <li key={id}>
            <span>
              {creditNoteKinds[kind]} <Link href={`/credit-notes/${id}`}>{number}</Link>{" "}
              <span className={styles.soft}>
                <Day value={issuedOn} />
              </span>
            </span>
            <Money amount={`-${total.amount}`} currency={total.currency} />
          </li>
        ))}
      </ul>
      <dl className={totals.sums}>
        <Sum label="Given back in all" value={chain.credited} />
        <Sum label="Total of the bill with all that belongs to it" value={chain.total} strong />
        <Sum label="Still to pay" value={chain.amountDue} />
      </dl>
    </Section>
  );
}
