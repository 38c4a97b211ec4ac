import { Notice } from "@quittance/ui/Notice.tsx";
import { useLivePayments } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { GoOnButton } from "../payments/GoOnButton.tsx";
import { usePay } from "../payments/Paying.tsx";

const ActChargeFields = graphql(`
  fragment ActCharge on SubscriptionContract {
    id
    actCharge {
      id
      status
    }
  }
`);

/** Says that what was asked for is being paid first, and lets the payer confirm it where the bank wants that. */
export function ActCharge({ of: masked }: { of: FragmentType<typeof ActChargeFields> }) {
  const { actCharge } = getFragmentData(ActChargeFields, masked);
  const pay = usePay();
  const mayPay = useMay("CONTACT_BILLING");
  useLivePayments();
  if (!actCharge) return null;
  if (actCharge.status !== "REQUIRES_ACTION")
    return (
      <Notice quiet title="A payment for your change is on its way.">
        The subscription changes as soon as it has arrived.
      </Notice>
    );
  return (
    <Notice
      quiet
      tone="attention"
      title="Your bank wants you to confirm the payment for your change."
      action={
        mayPay && (
          <GoOnButton paymentId={actCharge.id} onOutcome={(begun) => pay({ invoiceIds: [], begun })} />
        )
      }
    >
      Confirmed within a day, the subscription changes; otherwise everything stays as it is, and nothing is
      charged.
    </Notice>
  );
}
