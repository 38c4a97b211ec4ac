import { NativeSelect, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import type { Reader } from "../Reader.ts";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./Acts.module.css";
import { quoteOf } from "./actQuote.ts";
import { cameOf } from "./cameOf.ts";
import { graphql } from "../gql";
import { useActing } from "./useActing.ts";
import { usePreview } from "./usePreview.ts";

const CancelReasons = graphql(`
  query CancelReasons {
    cancelReasons
  }
`);

const PreviewCancel = graphql(`
  query PreviewCancel($input: CancelSubscriptionInput!) {
    previewCancelSubscription(input: $input) {
      ...ActQuote
    }
  }
`);

const CancelSubscription = graphql(`
  mutation CancelSubscription($input: CancelSubscriptionInput!) {
    cancelSubscription(input: $input) {
      __typename
      ... on SubscriptionCancelled {
        subscription {
          id
        }
      }
      ... on CancellationScheduled {
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

export type CancelTime = "NOW" | "DATE" | "TERM_END";

/** When it is to end and why; what is not chosen is empty. */
type CancelWish = { when: CancelTime; on: string; reason: string };

/** The wish as the API takes it, without the reason, which moves no amount; nothing while the day is missing. */
function cancelInput({ when, on }: CancelWish) {
  if (when === "DATE" && on === "") return undefined;
  return { when, ...(when === "DATE" && { on }) };
}

const ends = {
  customer: {
    until: "You can use it until then, and take this back.",
    now: "Today is no longer part of it.",
  },
  staff: { until: "It is served until then; this can be taken back.", now: "Today is no longer part of it." },
} as const;

type Props = {
  reader: Reader;
  id: string;
  /** Today, in the customer's zone. */
  today: string;
  trial: boolean;
  /** When it may end; at least one. */
  times: readonly [CancelTime, ...CancelTime[]];
  onClose: () => void;
};

/** Words name no type by which they would be fetched again: the answer that sets them is named instead. */
const setAnew = { additionalTypenames: ["CancelReasonsSet"] };

/** Ends a subscription: now, on a day or at the end of its term, and says why. */
export function CancelDialog({ reader, id, today, trial, times, onClose }: Props) {
  const [wish, setWish] = useState<CancelWish>({ when: times[0], on: "", reason: "" });
  const { when, on, reason } = wish;
  const input = cancelInput(wish);
  const [{ data: known }] = useQuery({ query: CancelReasons, context: setAnew });
  const reasons = known?.cancelReasons ?? [];
  const [, cancel] = useMutation(CancelSubscription);
  const acting = useActing(async (quoteToken, idempotencyKey) => {
    if (!input) return { error: undefined };
    const { data, error } = await cancel({
      input: {
        id,
        ...input,
        ...(reason && { reason }),
        ...(quoteToken && { quoteToken }),
        idempotencyKey,
      },
    });
    if (!data) return { error };
    const result = data.cancelSubscription;
    if (result.__typename === "SubscriptionCancelled" || result.__typename === "CancellationScheduled")
      return { done: true };
    return cameOf(result);
  }, onClose);
  const preview = usePreview(
    PreviewCancel,
    input && { input: { id, ...input, idempotencyKey: "preview" } },
    ({ previewCancelSubscription }) => quoteOf(previewCancelSubscription),
  );
  const set = (part: Partial<CancelWish>) => {
    acting.reset();
    setWish({ ...wish, ...part });
  };
  return (
    <ActDialog
      reader={reader}
      title="Cancel subscription"
      preview={preview}
      incomplete={!input}
      acting={acting}
      confirm={confirmOf(when, trial)}
      keep="Keep it"
      danger
      onClose={onClose}
    >
      <Radio.Group label="When" value={when} onChange={(value) => set({ when: value })}>
        <div className={styles.choices}>
          {times.includes("TERM_END") && (
            <Radio
              value="TERM_END"
              label={trial ? "At the end of the trial" : "At the end of the term"}
              description={ends[reader].until}
            />
          )}
          {times.includes("NOW") && <Radio value="NOW" label="Now" description={ends[reader].now} />}
          {times.includes("DATE") && <Radio value="DATE" label="On a day" />}
        </div>
      </Radio.Group>
      {when === "DATE" && (
        <TextInput
          type="date"
          label="First day without it"
          aria-required
          min={today}
          value={on}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
      )}
      {reasons.length > 0 ? (
        <NativeSelect
          label="Why (optional)"
          value={reason}
          data={[
            { value: "", label: "No reason given" },
            ...reasons.map((one) => ({ value: one, label: one })),
          ]}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      ) : (
        <TextInput
          label="Why (optional)"
          value={reason}
          maxLength={200}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      )}
    </ActDialog>
  );
}

function confirmOf(when: CancelTime, trial: boolean): string {
  switch (when) {
    case "NOW":
      return "Cancel now";
    case "DATE":
      return "Plan the cancellation";
    case "TERM_END":
      return trial ? "Cancel at the end of the trial" : "Cancel at term end";
  }
}
