import { ActDialog } from "./ActDialog.tsx";
import { useActing } from "./useActing.ts";
import { usePreview } from "./usePreview.ts";
import { useMutation } from "urql";
import { graphql } from "./gql";
import { quoteOf } from "./actQuote.ts";
import type { Reader } from "./quote.ts";

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
      ... on ActNeedsConfirmation {
        subscription {
          id
        }
        actionUrl
        payment {
          id
        }
      }
      ... on ActCharging {
        subscription {
          id
        }
        payment {
          id
        }
      }
      ... on ActDeclined {
        message
      }
      ... on ActBeingCharged {
        message
      }
      ... on ActOvertaken {
        message
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
export function ActivateDialog({ reader, id, onClose }: { reader: Reader; id: string; onClose: () => void }) {
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
        return { stale: quoteOf(result.quote), message: result.message };
      case "ActNeedsConfirmation":
        return { begun: { paymentId: result.payment.id, actionUrl: result.actionUrl } };
      case "ActCharging":
        return { begun: { paymentId: result.payment.id } };
      case "ActDeclined":
        return { declined: result.message };
      case "ActBeingCharged":
      case "ActOvertaken":
      case "SwitchedOff":
      case "ActNotPossible":
      case "KeyReused":
      case "InvalidInput":
        return { refused: result.message };
    }
  }, onClose);
  const preview = usePreview(
    PreviewActivate,
    { input: { id, idempotencyKey: "preview" } },
    ({ previewActivateSubscription }) => quoteOf(previewActivateSubscription),
  );
  return (
    <ActDialog
      reader={reader}
      title="Activate subscription"
      preview={preview}
      acting={acting}
      confirm="Activate"
      keep="Go on with the trial"
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>The trial ends today, and the first paid period begins.</p>
    </ActDialog>
  );
}
