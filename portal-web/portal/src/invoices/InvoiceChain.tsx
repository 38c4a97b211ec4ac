import { creditNoteKinds } from "@quittance/shared/documents/creditNoteKinds.ts";
import { Money } from "@quittance/ui/Money.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
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
    creditNotes @include(if: $creditNotes) {
      id
      kind
      number
      total {
        amount
        currency
      }
    }
    chain {
      supplements {
        id
        number
        lateFee {
          id
          waived
        }
        total {
          amount
          currency
        }
      }
      total {
        amount
        currency
      }
    }
  }
`);

/** What was added to an invoice and given back of it since. */
export function InvoiceChain({ invoice: masked }: { invoice: FragmentType<typeof InvoiceChainFields> }) {
  const invoice = getFragmentData(InvoiceChainFields, masked);
  const { id: own, chain, creditNotes = [], supplements, replaces, replacedBy } = invoice;
  const added = chain.supplements.filter(({ id }) => id !== own);
  if (added.length + creditNotes.length === 0 && !supplements && !replaces && !replacedBy) return null;
  return (
    <Section title="What belongs to it">
      <ul className={styles.chain}>
        {supplements && (
          <li>
            Adds to invoice <Link href={`/invoices/${supplements.id}`}>{supplements.number}</Link>
          </li>
        )}
        {replaces && (
          <li>
            Replaces invoice <Link href={`/invoices/${replaces.id}`}>{replaces.number}</Link>
          </li>
        )}
        {replacedBy && (
          <li>
            Replaced by invoice <Link href={`/invoices/${replacedBy.id}`}>{replacedBy.number}</Link>
          </li>
        )}
        {added.map(({ id, number, total, lateFee }) => (
          <li key={id}>
            <span>
              {lateFee ? "Late fee" : "Additional charge"} <Link href={`/invoices/${id}`}>{number}</Link>
              {lateFee?.waived && ", given back"}
            </span>
            <Money {...total} />
          </li>
        ))}
        {creditNotes.map(({ id, kind, number, total }) => (
          <li key={id}>
            <span>
              {creditNoteKinds[kind]} <Link href={`/credit-notes/${id}`}>{number}</Link>
            </span>
            <Money amount={`-${total.amount}`} currency={total.currency} />
          </li>
        ))}
        <li>
          <b>Total with all that belongs to it</b>
          <b>
            <Money {...chain.total} />
          </b>
        </li>
      </ul>
    </Section>
  );
}
