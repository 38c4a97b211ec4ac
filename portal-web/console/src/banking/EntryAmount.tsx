import { Money } from "@quittance/ui/Money.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const EntryAmountFields = graphql(`
  fragment EntryAmount on BankEntry {
    id
    direction
    amount {
      amount
      currency
    }
  }
`);

/** What came in with +, what left with −. */
export function EntryAmount({ of }: { of: FragmentType<typeof EntryAmountFields> }) {
  const { direction, amount } = getFragmentData(EntryAmountFields, of);
  return (
    <Money
      amount={direction === "CREDIT" ? amount.amount : `-${amount.amount}`}
      currency={amount.currency}
      signed
    />
  );
}
