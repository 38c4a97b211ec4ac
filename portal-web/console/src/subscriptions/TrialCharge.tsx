import { Button } from "@mantine/core";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Link } from "wouter";
import { useLivePayments } from "../app/live.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const TrialChargeFields = graphql(`
  fragment TrialCharge on SubscriptionContract {
    id
    trialCharge @include(if: $payments) {
      id
      status
    }
    actCharge @include(if: $payments) {
      id
      status
    }
  }
`);

/** Says that the first period after a trial is being charged, or what a contact asked for, and what that waits for. */
export function TrialCharge({ of: masked }: { of: FragmentType<typeof TrialChargeFields> }) {
  const { trialCharge, actCharge } = getFragmentData(TrialChargeFields, masked);
  useLivePayments();
  if (!trialCharge && actCharge) return <ActCharge {...actCharge} />;
  if (!trialCharge) return null;
  const waits = trialCharge.status === "REQUIRES_ACTION";
  return (
    <Notice
      quiet
      tone={waits ? "attention" : "notice"}
      title="The trial is over, and the first period is being charged."
      action={
        <Button component={Link} href={`/payments/${trialCharge.id}`} variant="default">
          See the payment
        </Button>
      }
    >
      {waits
        ? "The customer's bank wants a confirmation. Without it within a day, the trial has expired."
        : "It is billed and goes on as soon as the money has come in."}
    </Notice>
  );
}

function ActCharge({ id, status }: { id: string; status: string }) {
  return (
    <Notice
      quiet
      title="A contact asked for a change, and its payment is under way."
      action={
        <Button component={Link} href={`/payments/${id}`} variant="default">
          See the payment
        </Button>
      }
    >
      {status === "REQUIRES_ACTION"
        ? "The customer's bank wants a confirmation. Without it within a day, everything stays as it is."
        : "It is carried out as soon as the money has come in."}
    </Notice>
  );
}
