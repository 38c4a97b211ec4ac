import type { FieldFault } from "@quittance/ui/faults.ts";
import { useMutation } from "urql";
import { ActDialog } from "./ActDialog.tsx";
import { quoteOf } from "./actQuote.ts";
import { cameOf } from "./cameOf.ts";
import { graphql } from "../gql";
import type { StartSubscriptionInput } from "../gql/graphql.ts";
import { useActing } from "./useActing.ts";
import { usePreview } from "./usePreview.ts";

const PreviewStart = graphql(`
  query PreviewStart($input: StartSubscriptionInput!) {
    previewStartSubscription(input: $input) {
      ...ActQuote
    }
  }
`);

const StartSubscription = graphql(`
  mutation StartSubscription($input: StartSubscriptionInput!) {
    startSubscription(input: $input) {
      __typename
      ... on SubscriptionStarted {
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
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

/** A subscription that is to be started, as it was entered. */
export type Start = Omit<StartSubscriptionInput, "quoteToken" | "idempotencyKey">;

type Props = {
  input: Start;
  onStarted: (subscriptionId: string) => void;
  onFaults: (faults: readonly FieldFault[]) => void;
  onClose: () => void;
};

/** Shows what the first invoice will be, and starts the subscription. */
export function StartDialog({ input, onStarted, onFaults, onClose }: Props) {
  const [, start] = useMutation(StartSubscription);
  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await start({
      input: { ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.startSubscription;
    if (result.__typename === "SubscriptionStarted") {
      onStarted(result.subscription.id);
      return { done: true };
    }
    if (result.__typename === "InvalidInput") {
      onFaults(result.fields);
      return { refused: result.message };
    }
    return cameOf(result);
  }, onClose);
  const preview = usePreview(
    PreviewStart,
    { input: { ...input, idempotencyKey: "preview" } },
    ({ previewStartSubscription }) => quoteOf(previewStartSubscription),
  );
  return (
    <ActDialog
      reader="staff"
      title="Start subscription"
      preview={preview}
      acting={acting}
      confirm="Start"
      keep="Back"
      onClose={onClose}
    />
  );
}
