import { faultOf } from "@quittance/client/faultOf.ts";
import { useMutation } from "urql";
import { graphql } from "../gql";

const PauseDunning = graphql(`
  mutation PauseDunning($input: PauseDunningInput!) {
    pauseDunning(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

const ResumeDunning = graphql(`
  mutation ResumeDunning($input: ResumeDunningInput!) {
    resumeDunning(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

const StopDunning = graphql(`
  mutation StopDunning($input: StopDunningInput!) {
    stopDunning(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

const TryChargeNow = graphql(`
  mutation TryChargeNow($input: TryChargeNowInput!) {
    tryChargeNow(input: $input) {
      __typename
      ... on Problem {
        message
      }
    }
  }
`);

export type Steer = "pause" | "resume" | "stop" | "tryNow";

/** Steers the tries of an invoice; gives back the refusal, or nothing when it is done. */
export function useSteering(invoiceId: string) {
  const [, pause] = useMutation(PauseDunning);
  const [, resume] = useMutation(ResumeDunning);
  const [, stop] = useMutation(StopDunning);
  const [, tryNow] = useMutation(TryChargeNow);
  return async (act: Steer): Promise<string | undefined> => {
    const input = { input: { invoiceId } };
    const refreshed = { additionalTypenames: ["Invoice", "DunningCase"] };
    const { answer, error } = await {
      pause: async () => {
        const { data, error } = await pause(input, refreshed);
        return { answer: data?.pauseDunning, error };
      },
      resume: async () => {
        const { data, error } = await resume(input, refreshed);
        return { answer: data?.resumeDunning, error };
      },
      stop: async () => {
        const { data, error } = await stop(input, refreshed);
        return { answer: data?.stopDunning, error };
      },
      tryNow: async () => {
        const { data, error } = await tryNow(input, refreshed);
        return { answer: data?.tryChargeNow, error };
      },
    }[act]();
    if (!answer) return (error && faultOf(error).reason) ?? "Nothing was done. Try again.";
    return "message" in answer ? answer.message : undefined;
  };
}
