import { useMutation } from "urql";
import type { Reader } from "../Reader.ts";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./Acts.module.css";
import { quoteOf } from "./actQuote.ts";
import { cameOf } from "./cameOf.ts";
import { graphql } from "../gql";
import { ItemFields } from "./ItemFields.tsx";
import type { Holding, Offer } from "./items.ts";
import { useActing } from "./useActing.ts";
import { useItems } from "./useItems.ts";
import { usePreview } from "./usePreview.ts";

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

type Props = {
  reader: Reader;
  holding: Holding;
  offer: Offer;
  /** Whether it may be changed first. */
  mayEdit: boolean;
  onClose: () => void;
};

/** Begins a subscription anew; changed first where that is allowed. */
export function ReactivateDialog({ reader, holding, offer, mayEdit, onClose }: Props) {
  const { id } = holding;
  const { chosen, setChosen, input } = useItems(holding, offer);
  const [, reactivate] = useMutation(ReactivateSubscription);

  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await reactivate({
      input: { id, ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.reactivateSubscription;
    if (result.__typename === "SubscriptionReactivated") return { done: true };
    return cameOf(result);
  }, onClose);
  const preview = usePreview(
    PreviewReactivate,
    input && { input: { id, ...input, idempotencyKey: "preview" } },
    ({ previewReactivateSubscription }) => quoteOf(previewReactivateSubscription),
  );
  return (
    <ActDialog
      reader={reader}
      title="Reactivate subscription"
      preview={preview}
      incomplete={input === undefined}
      acting={acting}
      confirm="Reactivate subscription"
      keep="Leave it"
      wide={mayEdit}
      onClose={onClose}
    >
      <p className={styles.soft}>A new term begins today.</p>
      {mayEdit && (
        <ItemFields
          holding={holding}
          offer={offer}
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
