import { Button } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { moneyText } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { StartSubscriptionInput } from "../gql/graphql.ts";
import { Quote, QuoteFields } from "./Quote.tsx";

const PreviewStart = graphql(`
  query PreviewStart($input: StartSubscriptionInput!) {
    previewStartSubscription(input: $input) {
      ...Quote
    }
  }
`);

const StartSubscription = graphql(`
  mutation StartSubscription($input: StartSubscriptionInput!) {
    startSubscription(input: $input) {
      __typename
      ... on SubscriptionStarted {
        subscription {
          id
        }
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
        fields {
          path
          message
        }
      }
    }
  }
`);

type Props = {
  input: StartSubscriptionInput;
  onClose: () => void;
  onFaults: (faults: readonly FieldFault[]) => void;
};

/** Shows what the first invoice will be, and starts the subscription. */
export function StartDialog({ input, onClose, onFaults }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: PreviewStart,
    variables: { input },
    requestPolicy: "network-only",
  });
  const [{ fetching }, start] = useMutation(StartSubscription);
  const [fresh, setFresh] = useState<FragmentType<typeof QuoteFields>>();
  const [refusal, setRefusal] = useState<string>();
  const [, navigate] = useLocation();
  const masked = fresh ?? data?.previewStartSubscription;
  const quote = getFragmentData(QuoteFields, masked);

  const act = async () => {
    const answer = await start({ input: { ...input, ...(quote && { quoteToken: quote.token }) } });
    if (!answer.data)
      return setRefusal((answer.error && faultOf(answer.error).reason) ?? "No answer came. Try again.");
    const result = answer.data.startSubscription;
    switch (result.__typename) {
      case "SubscriptionStarted":
        return navigate(`/subscriptions/${result.subscription.id}`);
      case "QuoteStale":
        setFresh(result.quote);
        return setRefusal(result.message);
      case "KeyReused":
        return setRefusal(result.message);
      case "InvalidInput":
        onFaults(result.fields);
        return onClose();
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Start subscription">
      <div style={{ display: "grid", gap: 16 }}>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        {error && !data && (
          <Failure
            what="The first invoice could not be computed."
            fault={{ reason: error.graphQLErrors[0]?.message ?? faultOf(error).reason ?? "" }}
            onRetry={() => ask({ requestPolicy: "network-only" })}
          />
        )}
        {!masked && !error && <LoadingCard lines={5} />}
        {masked && <Quote quote={masked} title="Billed first" />}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Back
        </Button>
        <Button loading={fetching} disabled={!quote} onClick={() => void act()}>
          {quote ? `Start, bill ${moneyText(quote.total)}` : "Start"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
