import { Radio } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useRested } from "@quittance/ui/useRested.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { ChangeTime } from "../gql/graphql.ts";
import { ActDialog } from "./ActDialog.tsx";
import styles from "./ActQuote.module.css";
import { inputOf, ItemFields, ItemFieldsFields, presentItems } from "./ItemFields.tsx";
import { useActing } from "./useActing.ts";

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
        message
        quote {
          ...ActQuote
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on SubscriptionPaused {
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

type Props = { of: FragmentType<typeof ItemFieldsFields>; onClose: () => void };

/** Changes what a subscription holds, now or at the end of the term, as far as the organisation lets it. */
export function ManageDialog({ of, onClose }: Props) {
  const { id, portalSwitches } = getFragmentData(ItemFieldsFields, of);
  const times = portalSwitches.find(({ name }) => name === "CHANGE_TIME")?.choice;
  const [chosen, setChosen] = useState(() => presentItems(of));
  const [when, setWhen] = useState<ChangeTime>(times === "TERM_END" ? "TERM_END" : "NOW");
  const [, change] = useMutation(ChangeSubscription);
  const rested = useRested(chosen);
  const input = inputOf(of, rested);
  const incomplete =
    input === undefined ||
    Object.keys(input).length === 0 ||
    JSON.stringify(rested) !== JSON.stringify(chosen);

  const acting = useActing(async (quoteToken, idempotencyKey) => {
    const { data, error } = await change({
      input: { id, when, ...input, ...(quoteToken && { quoteToken }), idempotencyKey },
    });
    if (!data) return { error };
    const result = data.changeSubscription;
    switch (result.__typename) {
      case "SubscriptionChanged":
      case "ChangeScheduled":
        return { done: true };
      case "QuoteStale":
        return { stale: result.quote, message: result.message };
      case "SwitchedOff":
      case "SubscriptionPaused":
      case "ActNotPossible":
      case "KeyReused":
      case "InvalidInput":
        return { refused: result.message };
    }
  }, onClose);
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewChange,
    variables: { input: { id, when, ...input, idempotencyKey: "preview" } },
    requestPolicy: "network-only",
    pause: incomplete,
  });
  return (
    <ActDialog
      title="Manage subscription"
      preview={{ quote: fetching ? undefined : data?.previewChangeSubscription, error }}
      onRetry={() => ask({ requestPolicy: "network-only" })}
      incomplete={incomplete}
      acting={acting}
      confirm={when === "NOW" ? "Change now" : "Change at term end"}
      keep="Keep it as it is"
      onClose={onClose}
    >
      <ItemFields
        of={of}
        chosen={chosen}
        onChange={(next) => {
          acting.reset();
          setChosen(next);
        }}
      />
      {times === "EITHER" && (
        <Radio.Group
          label="When"
          value={when}
          onChange={(value) => {
            acting.reset();
            setWhen(value);
          }}
        >
          <div className={styles.choices}>
            <Radio value="NOW" label="Now" description="Unused days are credited, the new ones billed." />
            <Radio value="TERM_END" label="At the end of the term" description="Nothing is billed before." />
          </div>
        </Radio.Group>
      )}
    </ActDialog>
  );
}
