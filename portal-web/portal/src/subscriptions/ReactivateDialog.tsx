import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useRested } from "@quittance/ui/useRested.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { ActDialog } from "./ActDialog.tsx";
import { isOn } from "./acts.ts";
import { inputOf, ItemFields, ItemFieldsFields, presentItems } from "./ItemFields.tsx";
import { useActing } from "./useActing.ts";

const PreviewReactivate = graphql(`
  query PreviewReactivate($input: ReactivateSubscriptionInput!) {
    previewReactivateSubscription(input: $input) {
      ...ActQuote
    }
  }
`);

const ReactivateSubscription = graphql(`
  mutation ReactivateSubscription($input: ReactivateSubscriptionInput!) {
    reactivateSubscription(input: $input) {
      __typename
      ... on SubscriptionReactivated {
        subscription {
          id
        }
      }
      ... on QuoteStale {
        message
        quote {
          ...ActQuote
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on DebtOpen {
        message
      }
      ... on ActNotPossible {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Props = { of: FragmentType<typeof ItemFieldsFields>; onClose: () => void };

/** Begins a subscription anew; changed first where the organisation lets it. */
export function ReactivateDialog({ of, onClose }: Props) {
  const subscription = getFragmentData(ItemFieldsFields, of);
  const { id } = subscription;
  const mayEdit = isOn(subscription, "EDIT");
  const [chosen, setChosen] = useState(() => presentItems(of));
  const [, reactivate] = useMutation(ReactivateSubscription);
  const rested = useRested(chosen);
  const input = inputOf(of, rested);
  const incomplete = input === undefined || JSON.stringify(rested) !== JSON.stringify(chosen);

  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await reactivate({
      input: { id, ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.reactivateSubscription;
    switch (result.__typename) {
      case "SubscriptionReactivated":
        return { done: true };
      case "QuoteStale":
        return { stale: result.quote, message: result.message };
      case "SwitchedOff":
      case "DebtOpen":
      case "ActNotPossible":
      case "KeyReused":
      case "InvalidInput":
        return { refused: result.message };
    }
  }, onClose);
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewReactivate,
    variables: { input: { id, ...input, idempotencyKey: "preview" } },
    requestPolicy: "network-only",
    pause: incomplete,
  });
  return (
    <ActDialog
      title="Reactivate subscription"
      preview={{ quote: fetching ? undefined : data?.previewReactivateSubscription, error }}
      onRetry={() => ask({ requestPolicy: "network-only" })}
      incomplete={incomplete}
      acting={acting}
      confirm="Reactivate subscription"
      keep="Leave it"
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>A new term begins today.</p>
      {mayEdit && (
        <ItemFields
          of={of}
          chosen={chosen}
          onChange={(next) => {
            acting.reset();
            setChosen(next);
          }}
        />
      )}
    </ActDialog>
  );
}
