import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const FetchDisputesMutation = graphql(`
  mutation FetchDisputes {
    fetchDisputes {
      __typename
      ... on DisputesFetched {
        disputes {
          id
        }
        waiting
      }
      ... on NoDisputes {
        message
      }
    }
  }
`);

type Outcome = { tone: "positive" | "attention" | "negative"; title: string; more?: string };

/** Asks the gateways how disputes stand, and says what came of it. */
export function useFetchDisputes() {
  const [{ fetching }, send] = useMutation(FetchDisputesMutation);
  const [outcome, setOutcome] = useState<Outcome>();
  const mayFetch = useMay("PAYMENT_WRITE");
  const fetchNow = async () => {
    setOutcome(undefined);
    const { data, error } = await send({}, { additionalTypenames: ["Dispute", "Overview"] });
    if (!data)
      return setOutcome({
        tone: "negative",
        title: (error && faultOf(error).reason) ?? "Nothing was fetched. Try again.",
      });
    const answer = data.fetchDisputes;
    switch (answer.__typename) {
      case "DisputesFetched":
        return setOutcome(fetched(answer.disputes.length, answer.waiting));
      case "NoDisputes":
        return setOutcome({ tone: "negative", title: answer.message });
    }
  };
  return {
    button: mayFetch && (
      <Button variant="default" loading={fetching} onClick={() => void fetchNow()}>
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

function fetched(news: number, waiting: number): Outcome {
  const title =
    news === 0 ? "Nothing new." : news === 1 ? "News of one dispute." : `News of ${news} disputes.`;
  return waiting === 0
    ? { tone: "positive", title }
    : {
        tone: "attention",
        title,
        more: `${waiting} wait for the next time: their payment has no outcome here yet, or they could not be recorded.`,
      };
}
