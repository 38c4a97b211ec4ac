import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { dayText } from "@quittance/ui/Day.tsx";
import { useMutation } from "urql";
import { graphql } from "../gql";

const RemoveExchangeRate = graphql(`
  mutation RemoveExchangeRate($input: RemoveExchangeRateInput!) {
    removeExchangeRate(input: $input) {
      __typename
      ... on ExchangeRateRemoved {
        currency
        on
      }
    }
  }
`);

/** The answer bears no rate by which the list would know that it has changed. */
const listed = { additionalTypenames: ["ExchangeRate"] };

type Props = { rate: { currency: string; on: string }; onClose: () => void };

/** Asks before a rate is forgotten. */
export function RemoveRateDialog({ rate: { currency, on }, onClose }: Props) {
  const [, remove] = useMutation(RemoveExchangeRate);
  const act = async () => {
    const { data, error } = await remove({ input: { currency, on } }, listed);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was removed. Try again.";
    return undefined;
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Remove the rate of ${currency} of ${dayText(on)}?`}
      confirm="Remove rate"
      danger
      onConfirm={act}
    >
      Documents that were posted with it keep it.
    </ConfirmDialog>
  );
}
