import { Radio } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import type { Reader } from "../Reader.ts";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./Acts.module.css";
import { quoteOf } from "./actQuote.ts";
import { cameOf } from "./cameOf.ts";
import { CouponFields } from "./CouponFields.tsx";
import { couponsOf, noCoupons } from "./coupons.ts";
import { graphql } from "../gql";
import { ItemFields } from "./ItemFields.tsx";
import type { ChangeTime, Holding, Offer } from "./items.ts";
import { useRested } from "@quittance/ui/useRested.ts";
import { useActing } from "./useActing.ts";
import { useItems } from "./useItems.ts";
import { usePreview } from "./usePreview.ts";

const PreviewChange = graphql(`
  query PreviewChange($input: ChangeSubscriptionInput!) {
    previewChangeSubscription(input: $input) {
      ...ActQuote
    }
  }
`);

const ChangeSubscription = graphql(`
  mutation ChangeSubscription($input: ChangeSubscriptionInput!) {
    changeSubscription(input: $input) {
      __typename
      ... on SubscriptionChanged {
        subscription {
          id
        }
      }
      ... on ChangeScheduled {
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
      ... on InvalidInput {
        fields {
          message
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
  /** When it may change; at least one. */
  times: readonly [ChangeTime, ...ChangeTime[]];
  onClose: () => void;
};

/** Changes what a subscription holds, now or at the end of the term, as far as it is offered. */
export function ManageDialog({ reader, holding, offer, times, onClose }: Props) {
  const { id } = holding;
  const { chosen, setChosen, input: items } = useItems(holding, offer);
  const [coupons, setCoupons] = useState(noCoupons);
  const rested = useRested(coupons);
  const settled = JSON.stringify(rested) === JSON.stringify(coupons);
  const input = settled && items ? { ...items, ...couponsOf(rested) } : undefined;
  const [wanted, setWanted] = useState(times[0]);
  const [, change] = useMutation(ChangeSubscription);
  const set = offer.plans.find((plan) => plan.id === chosen.planId)?.timing;
  const when = set ?? wanted;
  const incomplete = input === undefined || Object.keys(input).length === 0;

  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await change({
      input: { id, when, ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.changeSubscription;
    if (result.__typename === "SubscriptionChanged" || result.__typename === "ChangeScheduled")
      return { done: true };
    return cameOf(result);
  }, onClose);
  const preview = usePreview(
    PreviewChange,
    incomplete ? undefined : { input: { id, when, ...input, idempotencyKey: "preview" } },
    ({ previewChangeSubscription }) => quoteOf(previewChangeSubscription),
  );
  return (
    <ActDialog
      reader={reader}
      title="Manage subscription"
      preview={preview}
      incomplete={incomplete}
      acting={acting}
      confirm={when === "NOW" ? "Change now" : "Change at term end"}
      keep="Keep it as it is"
      wide
      onClose={onClose}
    >
      <ItemFields
        holding={holding}
        offer={offer}
        chosen={chosen}
        onChange={(next) => {
          acting.reset();
          setChosen(next);
        }}
      />
      {offer.coupons && (
        <CouponFields
          acting={offer.coupons}
          chosen={coupons}
          onChange={(next) => {
            acting.reset();
            setCoupons(next);
          }}
        />
      )}
      {times.length > 1 && (
        <Radio.Group
          label="When"
          value={when}
          {...(set && { description: "The merchant has set when this change of plan takes effect." })}
          onChange={(value) => {
            acting.reset();
            setWanted(value);
          }}
        >
          <div className={styles.choices}>
            <Radio
              value="NOW"
              label="Now"
              description="Unused days are credited, the new ones billed."
              disabled={set === "TERM_END"}
            />
            <Radio
              value="TERM_END"
              label="At the end of the term"
              description="Nothing is billed before."
              disabled={set === "NOW"}
            />
          </div>
        </Radio.Group>
      )}
    </ActDialog>
  );
}
