import type { Offered } from "@quittance/shared/acts/acts.ts";
import { SubscriptionDialog as Dialog } from "@quittance/shared/acts/SubscriptionDialog.tsx";
import { ChargingFirst, type Charging } from "@quittance/shared/acts/charging.ts";
import { getFragmentData, type FragmentType } from "../gql";
import { usePay } from "../payments/Paying.tsx";
import { isOn } from "./acts.ts";
import { AnotherCard } from "./AnotherCard.tsx";
import { cancelTimes, changeTimes, offerOf, SubscriptionActsFields } from "./subscriptionActs.ts";

type Props = { act: Offered; of: FragmentType<typeof SubscriptionActsFields>; onClose: () => void };

/** The dialog of an act, as far as the organisation lets its customer go. */
export function SubscriptionDialog({ act, of: masked, onClose }: Props) {
  const of = getFragmentData(SubscriptionActsFields, masked);
  const pay = usePay();
  const charging: Charging = {
    onBegun: ({ paymentId, actionUrl }) => {
      onClose();
      pay({
        invoiceIds: [],
        begun: actionUrl ? { kind: "bank", paymentId, actionUrl } : { kind: "processing", paymentId },
      });
    },
    anotherCard: <AnotherCard id={of.id} chosen={of.paymentMethod?.id} />,
  };
  return (
    <ChargingFirst value={charging}>
      <Dialog
        act={act}
        of={of}
        reader="customer"
        offer={offerOf(of)}
        changeTimes={changeTimes(of)}
        cancelTimes={cancelTimes(of)}
        mayResume={isOn(of, "RESUME")}
        mayEdit={isOn(of, "EDIT")}
        onClose={onClose}
      />
    </ChargingFirst>
  );
}
