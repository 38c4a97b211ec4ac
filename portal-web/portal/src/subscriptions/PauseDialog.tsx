import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import type { PauseTime } from "../gql/graphql.ts";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./ActQuote.module.css";
import { useActing } from "./useActing.ts";

const PreviewPause = graphql(`
  query PreviewPause($input: PauseSubscriptionInput!) {
    previewPauseSubscription(input: $input) {
      ...ActQuote
    }
  }
`);

const PauseSubscription = graphql(`
  mutation PauseSubscription($input: PauseSubscriptionInput!) {
    pauseSubscription(input: $input) {
      __typename
      ... on PauseSet {
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

type Props = {
  id: string;
  /** Today, in the customer's zone. */
  today: string;
  /** Whether the customer may say when it is resumed. */
  mayResume: boolean;
  onClose: () => void;
};

/** Pauses a subscription, and says when it goes on where that may be said. */
export function PauseDialog({ id, today, mayResume, onClose }: Props) {
  const [when, setWhen] = useState<PauseTime>("NOW");
  const [on, setOn] = useState("");
  const [resumeOn, setResumeOn] = useState("");
  const [, pause] = useMutation(PauseSubscription);
  const chosen = { id, when, ...(when === "DATE" && { on }), ...(resumeOn && { resumeOn }) };
  const incomplete = when === "DATE" && on === "";

  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await pause({
      input: { ...chosen, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.pauseSubscription;
    switch (result.__typename) {
      case "PauseSet":
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
    query: PreviewPause,
    variables: { input: { ...chosen, idempotencyKey: "preview" } },
    requestPolicy: "network-only",
    pause: incomplete,
  });
  const set =
    <Value,>(keep: (value: Value) => void) =>
    (value: Value) => {
      acting.reset();
      keep(value);
    };

  return (
    <ActDialog
      title="Pause subscription"
      preview={{ quote: fetching ? undefined : data?.previewPauseSubscription, error }}
      onRetry={() => ask({ requestPolicy: "network-only" })}
      incomplete={incomplete}
      acting={acting}
      confirm={when === "NOW" ? "Pause now" : "Plan the pause"}
      keep="Keep it running"
      onClose={onClose}
    >
      <Radio.Group label="Pause" value={when} onChange={(value) => set(setWhen)(value)}>
        <div className={styles.choices}>
          <Radio value="NOW" label="Now" description="Today is not served any more." />
          <Radio value="DATE" label="On a day" />
          <Radio value="TERM_END" label="At the end of the term" description="With what is paid used up." />
        </div>
      </Radio.Group>
      {when === "DATE" && (
        <TextInput
          type="date"
          label="First day of the pause"
          aria-required
          min={today}
          value={on}
          onChange={(event) => set(setOn)(event.currentTarget.value)}
        />
      )}
      {mayResume && (
        <TextInput
          type="date"
          label="Goes on again on (optional)"
          description="Left empty, it stays paused until you resume it."
          min={today}
          value={resumeOn}
          onChange={(event) => set(setResumeOn)(event.currentTarget.value)}
        />
      )}
    </ActDialog>
  );
}
