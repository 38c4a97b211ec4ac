import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import { ActDialog } from "./ActDialog.tsx";
import { useActing } from "./useActing.ts";

const PreviewActivate = graphql(`
  query PreviewActivate($input: ActivateSubscriptionInput!) {
    previewActivateSubscription(input: $input) {
      ...ActQuote
    }
  }
`);

const ActivateSubscription = graphql(`
  mutation ActivateSubscription($input: ActivateSubscriptionInput!) {
    activateSubscription(input: $input) {
      __typename
      ... on SubscriptionActivated {
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

/** Ends a trial and begins to pay; what is billed is shown first, and leaving it changes nothing. */
export function ActivateDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [, activate] = useMutation(ActivateSubscription);
  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await activate({
      input: { id, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.activateSubscription;
    switch (result.__typename) {
      case "SubscriptionActivated":
        return { done: true };
      case "QuoteStale":
        return { stale: result.quote, message: result.message };
      case "SwitchedOff":
      case "ActNotPossible":
      case "KeyReused":
      case "InvalidInput":
        return { refused: result.message };
    }
  }, onClose);
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewActivate,
    variables: { input: { id, idempotencyKey: "preview" } },
    requestPolicy: "network-only",
  });
  return (
    <ActDialog
      title="Activate subscription"
      preview={{ quote: fetching ? undefined : data?.previewActivateSubscription, error }}
      onRetry={() => ask({ requestPolicy: "network-only" })}
      acting={acting}
      confirm="Activate"
      keep="Go on with the trial"
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>The trial ends today, and the first paid period begins.</p>
    </ActDialog>
  );
}
