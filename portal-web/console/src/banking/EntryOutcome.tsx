import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const EntryOutcomeFields = graphql(`
  fragment EntryOutcome on BankEntry {
    id
    state
    note
    hindrance
    recorded
    paymentId
    paymentNumber
    refundId
    refundNumber
    returnedId
    payoutId
    customer {
      id
      name
    }
    suggestions {
      kind
      exact
      reason
      customer {
        id
        name
      }
      shares {
        invoiceId
        invoiceNumber
      }
    }
  }
`);

/** What an entry became; while it is undecided, what it most probably is. */
export function EntryOutcome({ of }: { of: FragmentType<typeof EntryOutcomeFields> }) {
  const entry = getFragmentData(EntryOutcomeFields, of);
  switch (entry.state) {
    case "SET_ASIDE":
      return <>{entry.note}</>;
    case "OPEN":
      return <>Nothing fits</>;
    case "SUGGESTED":
      return <Suggested entry={entry} />;
    case "BOOKED":
      break;
  }
  const whose = entry.customer && (
    <>
      {" "}
      of <Link href={`/customers/${entry.customer.id}`}>{entry.customer.name}</Link>
    </>
  );
  if (entry.payoutId) return <Link href={`/payouts/${entry.payoutId}`}>Payout of a gateway</Link>;
  if (entry.refundId)
    return (
      <>
        Refund {entry.refundNumber}
        {whose}
      </>
    );
  if (entry.returnedId)
    return (
      <>
        <Link href={`/payments/${entry.returnedId}`}>Payment {entry.paymentNumber}</Link> came back
      </>
    );
  return (
    <>
      <Link href={`/payments/${entry.paymentId ?? ""}`}>Payment {entry.paymentNumber}</Link>
      {whose}
      {entry.recorded && ", confirmed by hand before"}
    </>
  );
}

type Entry = {
  hindrance?: string | null | undefined;
  suggestions: readonly {
    exact: boolean;
    customer?: { name: string } | null | undefined;
    shares: readonly { invoiceNumber: string }[];
  }[];
};

function Suggested({ entry: { suggestions, hindrance } }: { entry: Entry }) {
  const [first] = suggestions;
  if (!first) return null;
  const numbers = first.shares.map(({ invoiceNumber }) => invoiceNumber).join(", ");
  const what = [first.customer?.name, numbers].filter(Boolean).join(", ") || "A payout";
  return (
    <>
      {first.exact ? "Exactly" : "Perhaps"} {what}
      {hindrance && <div>Not booked by itself: {hindrance}</div>}
    </>
  );
}
