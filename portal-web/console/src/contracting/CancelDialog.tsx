import { Button, Radio, TextInput } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { isZero, moneyText } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { CancelTime } from "../gql/graphql.ts";
import { Quote, QuoteFields } from "./Quote.tsx";

const PreviewCancel = graphql(`
  query PreviewCancel($input: CancelSubscriptionInput!) {
    previewCancelSubscription(input: $input) {
      ...Quote
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
          status
          endedOn
        }
      }
      ... on CancellationScheduled {
        subscription {
          id
          status
          cancelsOn
        }
      }
      ... on BoundByTerm {
        message
      }
      ... on SubscriptionOver {
        message
      }
      ... on QuoteStale {
        message
        quote {
          ...Quote
        }
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
      }
      ... on SwitchedOff {
        message
      }
    }
  }
`);

/** Cancels a subscription, now or at the end of its term, after showing what is credited. */
export function CancelDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const [when, setWhen] = useState<CancelTime>("TERM_END");
  const [reason, setReason] = useState("");
  const [key, setKey] = useState(newKey);
  const [refusal, setRefusal] = useState<string>();
  const [fresh, setFresh] = useState<FragmentType<typeof QuoteFields>>();
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewCancel,
    variables: { input: { id, when, idempotencyKey: key } },
    requestPolicy: "network-only",
  });
  const [{ fetching: sending }, cancel] = useMutation(CancelSubscription);
  const quote = fresh ?? data?.previewCancelSubscription;

  const choose = (chosen: string) => {
    setWhen(chosen as CancelTime);
    setFresh(undefined);
    setRefusal(undefined);
  };
  const act = async () => {
    const answer = await cancel({
      input: {
        id,
        when,
        ...(reason && { reason }),
        ...(quote && { quoteToken: getFragmentData(QuoteFields, quote).token }),
        idempotencyKey: key,
      },
    });
    if (!answer.data)
      return setRefusal((answer.error && faultOf(answer.error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const result = answer.data.cancelSubscription;
    switch (result.__typename) {
      case "SubscriptionCancelled":
      case "CancellationScheduled":
        return onClose();
      case "QuoteStale":
        setFresh(result.quote);
        return setRefusal(result.message);
      case "BoundByTerm":
      case "SubscriptionOver":
      case "KeyReused":
      case "InvalidInput":
      case "SwitchedOff":
        return setRefusal(result.message);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Cancel subscription">
      <div style={{ display: "grid", gap: 16 }}>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        <Radio.Group label="When" value={when} onChange={choose}>
          <div style={{ display: "grid", gap: 12, marginTop: 8 }}>
            <Radio value="TERM_END" label="At the end of the term" description="Nothing is credited." />
            <Radio
              value="NOW"
              label="Now"
              description="Today is no longer part of it; unused days are credited."
            />
          </div>
        </Radio.Group>
        <TextInput
          label="Reason (optional)"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {error && !data && (
          <Failure
            what="What is credited could not be computed."
            fault={faultOf(error)}
            onRetry={() => ask({ requestPolicy: "network-only" })}
          />
        )}
        {fetching || !quote ? !error && <LoadingCard lines={3} /> : <Quote quote={quote} title="Credited" />}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
        <Button
          color="var(--danger-fill)"
          loading={sending}
          disabled={!quote || fetching}
          onClick={() => void act()}
        >
          {verb(when, quote)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function verb(when: CancelTime, masked: FragmentType<typeof QuoteFields> | undefined): string {
  if (when === "TERM_END") return "Cancel at term end";
  const quote = getFragmentData(QuoteFields, masked);
  const total = quote?.total;
  return total && !isZero(total)
    ? `Cancel now, credit ${moneyText({ ...total, amount: total.amount.replace(/^-/, "") })}`
    : "Cancel now";
}
