import { dayText } from "@quittance/ui/Day.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const DisputeStandingFields = graphql(`
  fragment DisputeStanding on Dispute {
    id
    state
    sending
    response
    evidenceDueOn
  }
`);

/** What must be known of a dispute first: what is waited for, or how it ended. */
export function DisputeStanding({ dispute }: { dispute: FragmentType<typeof DisputeStandingFields> }) {
  const { state, sending, response, evidenceDueOn } = getFragmentData(DisputeStandingFields, dispute);
  switch (state) {
    case "NEEDS_RESPONSE":
      if (sending)
        return (
          <Notice quiet title="The gateway has not heard your answer yet.">
            It is told again by itself until it has.
          </Notice>
        );
      if (response)
        return (
          <Notice quiet title="Your answer is with the gateway.">
            The payer's bank will decide.
          </Notice>
        );
      return (
        <Notice quiet tone="attention" title={`Evidence is taken until ${dayText(evidenceDueOn)}.`}>
          Without an answer the dispute is lost. What the payment had paid is owed again meanwhile.
        </Notice>
      );
    case "UNDER_REVIEW":
      return (
        <Notice quiet title="The payer's bank reads your evidence.">
          It may take some weeks. There is nothing more to do.
        </Notice>
      );
    case "WON":
      return (
        <Notice quiet tone="positive" title="The money is back.">
          It pays again what it had paid, as far as that was still due; the rest is account credit.
        </Notice>
      );
    case "LOST":
      return (
        <Notice quiet tone="negative" title="The payer keeps the money.">
          What the payment had paid is still owed. Write it off, credit it, or ask for it again.
        </Notice>
      );
    case "ACCEPTED":
      return (
        <Notice quiet tone="attention" title="The dispute was accepted.">
          The payer keeps the money; what the payment had paid is still owed.
        </Notice>
      );
  }
}
