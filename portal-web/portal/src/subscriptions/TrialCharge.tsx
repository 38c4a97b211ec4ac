import { Notice } from "@quittance/ui/Notice.tsx";
import { useLivePayments } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { GoOnButton } from "../payments/GoOnButton.tsx";
import { usePay } from "../payments/Paying.tsx";

const TrialChargeFields = graphql(`
  fragment TrialCharge on SubscriptionContract {
    id
    trialCharge {
      id
      status
    }
  }
`);

/** Says that the first period after a trial is being charged, and lets the payer confirm it where the bank wants that. */
export function TrialCharge({ of: masked }: { of: FragmentType<typeof TrialChargeFields> }) {
  const { trialCharge } = getFragmentData(TrialChargeFields, masked);
  const pay = usePay();
  const mayPay = useMay("CONTACT_BILLING");
  useLivePayments();
  if (!trialCharge) return null;
  if (trialCharge.status !== "REQUIRES_ACTION")
    return (
      <Notice quiet title="The trial is over, and the first payment is on its way.">
        The subscription goes on as soon as it has arrived.
      </Notice>
    );
  return (
    <Notice
      quiet
      tone="attention"
      title="Your bank wants you to confirm the first payment."
      action={
        mayPay && (
          <GoOnButton paymentId={trialCharge.id} onOutcome={(begun) => pay({ invoiceIds: [], begun })} />
        )
      }
    >
      The trial is over. Confirmed within a day, the subscription goes on; otherwise it has expired, and
      nothing is charged.
    </Notice>
  );
}
