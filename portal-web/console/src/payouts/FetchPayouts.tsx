import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const FetchPayoutsMutation = graphql(`
  mutation FetchPayouts {
    fetchPayouts {
      __typename
      ... on PayoutsFetched {
        payouts {
          id
        }
        waiting
      }
      ... on Problem {
        message
      }
    }
  }
`);

type Outcome = { tone: "positive" | "attention" | "negative"; title: string; more?: string };

/** Asks the gateways for payouts, and says what came of it. */
export function useFetchPayouts() {
  const [{ fetching }, send] = useMutation(FetchPayoutsMutation);
  const [outcome, setOutcome] = useState<Outcome>();
  const mayFetch = useMay("PAYMENT_WRITE");
  const fetchNow = async () => {
    setOutcome(undefined);
    const { data, error } = await send({}, { additionalTypenames: ["Payout", "GatewayBalance"] });
    if (!data) {
      setOutcome({
        tone: "negative",
        title: (error && faultOf(error).reason) ?? "Nothing was fetched. Try again.",
      });
      return;
    }
    switch (data.fetchPayouts.__typename) {
      case "PayoutsFetched":
        return setOutcome(fetched(data.fetchPayouts.payouts.length, data.fetchPayouts.waiting));
      case "NoGateway":
        return setOutcome({ tone: "negative", title: data.fetchPayouts.message });
    }
  };
  return {
    button: mayFetch && (
      <Button loading={fetching} onClick={() => void fetchNow()}>
        Fetch now
      </Button>
    ),
    notice: outcome && (
      <Notice tone={outcome.tone} title={outcome.title}>
        {outcome.more}
      </Notice>
    ),
  };
}

function fetched(known: number, waiting: number): Outcome {
  const title = known === 0 ? "No new payouts." : known === 1 ? "One new payout." : `${known} new payouts.`;
  if (waiting === 0) return { tone: "positive", title };
  return {
    tone: "attention",
    title,
    more: `${waiting} wait for the next time: a charge or refund in them has no outcome here yet.`,
  };
}
