import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import type { CancelTime } from "../gql/graphql.ts";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./ActQuote.module.css";
import { useActing } from "./useActing.ts";

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
        message
        quote {
          ...ActQuote
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on BoundByTerm {
        message
      }
      ... on SubscriptionOver {
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

type Props = {
  id: string;
  trial: boolean;
  /** When it may end; at least one. */
  times: readonly [CancelTime, ...CancelTime[]];
  onClose: () => void;
};

/** Ends a subscription, now or at the end of its term. */
export function CancelDialog({ id, trial, times, onClose }: Props) {
  const [when, setWhen] = useState<CancelTime>(times[0]);
  const [reason, setReason] = useState("");
  const [, cancel] = useMutation(CancelSubscription);

  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await cancel({
      input: { id, when, ...(reason && { reason }), ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.cancelSubscription;
    switch (result.__typename) {
      case "SubscriptionCancelled":
      case "CancellationScheduled":
        return { done: true };
      case "QuoteStale":
        return { stale: result.quote, message: result.message };
      case "SwitchedOff":
      case "BoundByTerm":
      case "SubscriptionOver":
      case "KeyReused":
      case "InvalidInput":
        return { refused: result.message };
    }
  }, onClose);
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewCancel,
    variables: { input: { id, when, idempotencyKey: "preview" } },
    requestPolicy: "network-only",
  });

  return (
    <ActDialog
      title="Cancel subscription"
      preview={{ quote: fetching ? undefined : data?.previewCancelSubscription, error }}
      onRetry={() => ask({ requestPolicy: "network-only" })}
      acting={acting}
      confirm={
        when === "NOW" ? "Cancel now" : trial ? "Cancel at the end of the trial" : "Cancel at term end"
      }
      keep="Keep it"
      danger
      onClose={onClose}
    >
      <Radio.Group
        label="When"
        value={when}
        onChange={(value) => {
          acting.reset();
          setWhen(value);
        }}
      >
        <div className={styles.choices}>
          {times.includes("TERM_END") && (
            <Radio
              value="TERM_END"
              label={trial ? "At the end of the trial" : "At the end of the term"}
              description="You can use it until then, and take this back."
            />
          )}
          {times.includes("NOW") && (
            <Radio value="NOW" label="Now" description="Today is no longer part of it." />
          )}
        </div>
      </Radio.Group>
      <TextInput
        label="Why (optional)"
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
