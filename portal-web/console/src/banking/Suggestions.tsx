import { Button } from "@mantine/core";
import { Badge } from "@quittance/ui/Badge.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { SuggestionsFragment } from "../gql/graphql.ts";
import styles from "./Suggestions.module.css";
import { useConfirmEntry } from "./useConfirmEntry.ts";
import { useLinkEntry, type Known } from "./useLinkEntry.ts";

const SuggestionsFields = graphql(`
  fragment Suggestions on BankEntry {
    id
    suggestions {
      kind
      confidence
      exact
      reason
      customer {
        id
        name
      }
      shares {
        invoiceId
        invoiceNumber
        amount {
          amount
          currency
        }
      }
      refundId
      paymentId
      payoutId
    }
  }
`);

type Suggestion = SuggestionsFragment["suggestions"][number];

type Props = { of: FragmentType<typeof SuggestionsFields>; mayAct: boolean; onDone: () => void };

/** What an entry may be, the likeliest first, each to be confirmed. */
export function Suggestions({ of, mayAct, onDone }: Props) {
  const { id, suggestions } = getFragmentData(SuggestionsFields, of);
  const confirm = useConfirmEntry(id);
  const link = useLinkEntry(id);
  const [acting, setActing] = useState<Suggestion>();
  const [refusal, setRefusal] = useState<string>();
  const take = async (one: Suggestion) => {
    setActing(one);
    setRefusal(undefined);
    const known = knownOf(one);
    const refused = known
      ? await link(known)
      : (
          await confirm({
            customerId: one.customer?.id ?? "",
            shares: one.shares.map(({ invoiceId, amount: { amount, currency } }) => ({
              invoiceId,
              amount: { amount, currency },
            })),
          })
        )?.sentence;
    setActing(undefined);
    if (refused) setRefusal(refused);
    else onDone();
  };
  if (suggestions.length === 0)
    return (
      <Notice quiet title="Nothing fits.">
        No invoice is named, and the payer is not known by name or account.
      </Notice>
    );
  return (
    <div className={styles.list}>
      <ul className={styles.list} aria-label="Suggestions">
        {suggestions.map((one) => (
          <li key={keyOf(one)} className={styles.one}>
            <div>
              <Badge tone={one.exact ? "positive" : one.confidence >= 80 ? "notice" : "neutral"}>
                {one.exact ? "Exact" : one.confidence >= 80 ? "Likely" : "Possible"}
              </Badge>{" "}
              {one.customer && <Link href={`/customers/${one.customer.id}`}>{one.customer.name}</Link>}
            </div>
            <p>{one.reason}</p>
            {one.shares.length > 0 && (
              <ul className={styles.shares}>
                {one.shares.map(({ invoiceId, invoiceNumber, amount }) => (
                  <li key={invoiceId}>
                    <Link href={`/invoices/${invoiceId}`}>{invoiceNumber}</Link>
                    <Money {...amount} />
                  </li>
                ))}
              </ul>
            )}
            {mayAct && (
              <div>
                <Button
                  loading={acting === one}
                  disabled={acting !== undefined && acting !== one}
                  variant={one === suggestions[0] ? "filled" : "default"}
                  onClick={() => void take(one)}
                >
                  {verbOf(one)}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
    </div>
  );
}

function verbOf({ kind, shares }: Suggestion): string {
  switch (kind) {
    case "REFERENCE":
    case "PAYER":
      return shares.length === 0 ? "Book as account credit" : "Book as payment";
    case "RECORDED":
      return "It is this payment";
    case "PAYOUT":
      return "It is this payout";
    case "REFUND":
      return "The refund has left";
    case "RETURN":
      return "Put the payment back to New";
  }
}

function knownOf({ kind, refundId, paymentId, payoutId }: Suggestion): Known | undefined {
  switch (kind) {
    case "REFERENCE":
    case "PAYER":
      return undefined;
    case "REFUND":
      return { kind, id: refundId ?? "" };
    case "RETURN":
    case "RECORDED":
      return { kind, id: paymentId ?? "" };
    case "PAYOUT":
      return { kind, id: payoutId ?? "" };
  }
}

function keyOf({ kind, customer, refundId, paymentId, payoutId, shares }: Suggestion): string {
  return [
    kind,
    customer?.id,
    refundId,
    paymentId,
    payoutId,
    ...shares.map(({ invoiceId }) => invoiceId),
  ].join(" ");
}
