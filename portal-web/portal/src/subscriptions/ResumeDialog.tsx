import { Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./ActQuote.module.css";
import { useActing } from "./useActing.ts";

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
  /** Today, in the customer's zone. */
  today: string;
  onClose: () => void;
};

/** Lets a paused subscription go on, now or on a day. */
export function ResumeDialog({ id, today, onClose }: Props) {
  const [when, setWhen] = useState<"NOW" | "DATE">("NOW");
  const [on, setOn] = useState("");
  const [, resume] = useMutation(ResumeSubscription);
  const chosen = { id, ...(when === "DATE" && { on }) };
  const incomplete = when === "DATE" && on === "";

  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await resume({
      input: { ...chosen, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.resumeSubscription;
    switch (result.__typename) {
      case "ResumptionSet":
        return { done: true };
      case "QuoteStale":
        return { stale: result.quote, message: result.message };
      case "SwitchedOff":
      case "ActNotPossible":
      case "SubscriptionOver":
      case "KeyReused":
      case "InvalidInput":
        return { refused: result.message };
    }
  }, onClose);
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewResume,
    variables: { input: { ...chosen, idempotencyKey: "preview" } },
    requestPolicy: "network-only",
    pause: incomplete,
  });

  return (
    <ActDialog
      title="Resume subscription"
      preview={{ quote: fetching ? undefined : data?.previewResumeSubscription, error }}
      onRetry={() => ask({ requestPolicy: "network-only" })}
      incomplete={incomplete}
      acting={acting}
      confirm={when === "NOW" ? "Resume now" : "Plan the resumption"}
      keep="Keep it paused"
      onClose={onClose}
    >
      <Radio.Group
        label="Resume"
        value={when}
        onChange={(value) => {
          acting.reset();
          setWhen(value);
        }}
      >
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
          onChange={(event) => {
            acting.reset();
            setOn(event.currentTarget.value);
          }}
        />
      )}
    </ActDialog>
  );
}
