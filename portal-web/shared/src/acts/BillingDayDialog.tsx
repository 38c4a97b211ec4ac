import { NativeSelect, Radio } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./Acts.module.css";
import { quoteOf } from "./actQuote.ts";
import { cameOf } from "./cameOf.ts";
import { billingDayInput, billingDays, type BillingDayWish } from "./billingDays.ts";
import { graphql } from "../gql";
import type { Reader } from "../Reader.ts";
import { useActing } from "./useActing.ts";
import { usePreview } from "./usePreview.ts";

const PreviewBillingDay = graphql(`
  query PreviewBillingDay($input: ChangeBillingDayInput!) {
    previewChangeBillingDay(input: $input) {
      ...ActQuote
    }
  }
`);

const ChangeBillingDay = graphql(`
  mutation ChangeBillingDay($input: ChangeBillingDayInput!) {
    changeBillingDay(input: $input) {
      __typename
      ... on BillingDayChanged {
        subscription {
          id
        }
      }
      ... on QuoteStale {
        quote {
          ...ActQuote
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
  id: string;
  /** The day of the month on which its periods begin, where that was chosen. */
  billingDay: number | null | undefined;
  onClose: () => void;
};

/** Lets the periods of a subscription begin on another day of the month. */
export function BillingDayDialog({ reader, id, billingDay, onClose }: Props) {
  const [wish, setWish] = useState<BillingDayWish>({ day: "", when: "TERM_END" });
  const { day, when } = wish;
  const input = billingDayInput(wish, billingDay);
  const [, change] = useMutation(ChangeBillingDay);
  const acting = useActing(async (quoteToken, idempotencyKey) => {
    if (!input) return { error: undefined };
    const { data, error } = await change({
      input: { id, ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.changeBillingDay;
    if (result.__typename === "BillingDayChanged") return { done: true };
    return cameOf(result);
  }, onClose);
  const preview = usePreview(
    PreviewBillingDay,
    input && { input: { id, ...input, idempotencyKey: "preview" } },
    ({ previewChangeBillingDay }) => quoteOf(previewChangeBillingDay),
  );
  const set = (part: Partial<BillingDayWish>) => {
    acting.reset();
    setWish({ ...wish, ...part });
  };
  return (
    <ActDialog
      reader={reader}
      title="Change billing day"
      preview={preview}
      incomplete={!input}
      acting={acting}
      confirm={when === "NOW" ? "Change now" : "Change from the next invoice on"}
      keep="Keep the billing day"
      onClose={onClose}
    >
      <NativeSelect
        label="Periods begin"
        value={day}
        data={billingDays(billingDay)}
        onChange={(event) => set({ day: event.currentTarget.value })}
      />
      <Radio.Group label="When" value={when} onChange={(value) => set({ when: value })}>
        <div className={styles.choices}>
          <Radio
            value="TERM_END"
            label="From the next invoice on"
            description="Nothing is credited; the next invoice is of the days until the billing day."
          />
          <Radio
            value="NOW"
            label="Now"
            description="Unused days are credited and billed until the billing day."
          />
        </div>
      </Radio.Group>
    </ActDialog>
  );
}
