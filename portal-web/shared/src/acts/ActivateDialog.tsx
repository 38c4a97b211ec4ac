import type { Reader } from "../Reader.ts";
import { ActDialog } from "./ActDialog.tsx";
import { useActing } from "./useActing.ts";
import { usePreview } from "./usePreview.ts";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { quoteOf } from "./actQuote.ts";
import { cameOf } from "./cameOf.ts";

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
      ... on Problem {
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
    if (result.__typename === "SubscriptionActivated") return { done: true };
    return cameOf(result);
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
