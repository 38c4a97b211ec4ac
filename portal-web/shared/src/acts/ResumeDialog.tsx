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

const PreviewResume = graphql(`
  query PreviewResume($input: ResumeSubscriptionInput!) {
    previewResumeSubscription(input: $input) {
      ...ActQuote
    }
  }
`);

const ResumeSubscription = graphql(`
  mutation ResumeSubscription($input: ResumeSubscriptionInput!) {
    resumeSubscription(input: $input) {
      __typename
      ... on ResumptionSet {
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

/** When it is to go on; the day is empty while it is not chosen. */
type ResumeWish = { when: "NOW" | "DATE"; on: string };

const resumeNow: ResumeWish = { when: "NOW", on: "" };

/** The wish as the API takes it; nothing while the day is missing. */
function resumeInput({ when, on }: ResumeWish) {
  if (when === "NOW") return {};
  return on === "" ? undefined : { on };
}

type Props = {
  reader: Reader;
  id: string;
  /** Today, in the customer's zone. */
  today: string;
  onClose: () => void;
};

/** Lets a paused subscription go on, now or on a day. */
export function ResumeDialog({ reader, id, today, onClose }: Props) {
  const [wish, setWish] = useState(resumeNow);
  const { when, on } = wish;
  const input = resumeInput(wish);
  const [, resume] = useMutation(ResumeSubscription);
  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await resume({
      input: { id, ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.resumeSubscription;
    if (result.__typename === "ResumptionSet") return { done: true };
    return cameOf(result);
  }, onClose);
  const preview = usePreview(
    PreviewResume,
    input && { input: { id, ...input, idempotencyKey: "preview" } },
    ({ previewResumeSubscription }) => quoteOf(previewResumeSubscription),
  );
  const set = (part: Partial<ResumeWish>) => {
    acting.reset();
    setWish({ ...wish, ...part });
  };
  return (
    <ActDialog
      reader={reader}
      title="Resume subscription"
      preview={preview}
      incomplete={!input}
      acting={acting}
      confirm={when === "NOW" ? "Resume now" : "Plan the resumption"}
      keep="Keep it paused"
      onClose={onClose}
    >
      <Radio.Group label="Resume" value={when} onChange={(value) => set({ when: value })}>
        <div className={styles.choices}>
          <Radio value="NOW" label="Now" description="Today is served again." />
          <Radio value="DATE" label="On a day" description="Nothing is billed before." />
        </div>
      </Radio.Group>
      {when === "DATE" && (
        <TextInput
          type="date"
          label="First day it is served again"
          aria-required
          min={today}
          value={on}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
      )}
    </ActDialog>
  );
}
