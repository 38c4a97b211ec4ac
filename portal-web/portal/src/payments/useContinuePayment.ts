import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useSwitch } from "../app/viewer.ts";
import { graphql } from "../gql";
import { outcomeOf, type Outcome } from "./outcome.ts";

const ContinuePayment = graphql(`
  mutation ContinuePayment($input: ContinuePaymentInput!, $invoices: Boolean!) {
    continuePayment(input: $input) {
      ...PayOutcome
    }
  }
`);

/** Goes on with a payment that waits for the payer's bank, and tells what has come of it. */
export function useContinuePayment(): [asking: boolean, ask: (paymentId: string) => Promise<Outcome>] {
  const [{ fetching }, goOn] = useMutation(ContinuePayment);
  const invoices = useSwitch("INVOICES");
  const ask = async (paymentId: string): Promise<Outcome> => {
    const { data, error } = await goOn({ input: { paymentId }, invoices });
    if (data) return outcomeOf(data.continuePayment);
    const reason = error && faultOf(error).reason;
    return {
      kind: "refused",
      message: reason ?? "The bank's answer could not be read. Nothing is charged twice when you go on.",
      waiting: paymentId,
    };
  };
  return [fetching, ask];
}
