import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import type { Reader } from "../Reader.ts";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./Acts.module.css";
import { quoteOf } from "./actQuote.ts";
import { cameOf } from "./cameOf.ts";
import { graphql } from "../gql";
import { useActing } from "./useActing.ts";
import { usePreview } from "./usePreview.ts";

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

type PauseTime = "NOW" | "DATE" | "TERM_END";

/** When it is to pause, and when to go on; days that are not chosen are empty. */
type PauseWish = { when: PauseTime; on: string; resumeOn: string };

const pauseNow: PauseWish = { when: "NOW", on: "", resumeOn: "" };

/** The wish as the API takes it; nothing while a day is missing. */
function pauseInput({ when, on, resumeOn }: PauseWish) {
  if (when === "DATE" && on === "") return undefined;
  return { when, ...(when === "DATE" && { on }), ...(resumeOn && { resumeOn }) };
}

type Props = {
  reader: Reader;
  id: string;
  /** Today, in the customer's zone. */
  today: string;
  /** Whether the reader may say when it goes on. */
  mayResume: boolean;
  onClose: () => void;
};

/** Pauses a subscription, and says when it goes on where that may be said. */
export function PauseDialog({ reader, id, today, mayResume, onClose }: Props) {
  const [wish, setWish] = useState(pauseNow);
  const { when, on, resumeOn } = wish;
  const input = pauseInput(wish);
  const [, pause] = useMutation(PauseSubscription);
  const acting = useActing(async (quoteToken, idempotencyKey) => {
    if (!input) return { error: undefined };
    const { data, error } = await pause({
      input: { id, ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.pauseSubscription;
    if (result.__typename === "PauseSet") return { done: true };
    return cameOf(result);
  }, onClose);
  const preview = usePreview(
    PreviewPause,
    input && { input: { id, ...input, idempotencyKey: "preview" } },
    ({ previewPauseSubscription }) => quoteOf(previewPauseSubscription),
  );
  const set = (part: Partial<PauseWish>) => {
    acting.reset();
    setWish({ ...wish, ...part });
  };
  return (
    <ActDialog
      reader={reader}
      title="Pause subscription"
      preview={preview}
      incomplete={!input}
      acting={acting}
      confirm={when === "NOW" ? "Pause now" : "Plan the pause"}
      keep="Keep it running"
      onClose={onClose}
    >
      <Radio.Group label="Pause" value={when} onChange={(value) => set({ when: value })}>
        <div className={styles.choices}>
          <Radio value="NOW" label="Now" description="Today is not served any more." />
          <Radio value="DATE" label="On a day" />
          <Radio value="TERM_END" label="At the end of the term" description="With what is billed used up." />
        </div>
      </Radio.Group>
      {when === "DATE" && (
        <TextInput
          type="date"
          label="First day of the pause"
          aria-required
          min={today}
          value={on}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
      )}
      {mayResume && (
        <TextInput
          type="date"
          label="Goes on again on (optional)"
          description={
            reader === "customer"
              ? "Left empty, it stays paused until you resume it."
              : "Left empty, it stays paused until it is resumed."
          }
          min={today}
          value={resumeOn}
          onChange={(event) => set({ resumeOn: event.currentTarget.value })}
        />
      )}
    </ActDialog>
  );
}
