import type { Offered } from "@quittance/acts/acts.ts";
import { SubscriptionDialog as Dialog } from "@quittance/acts/SubscriptionDialog.tsx";
import { getFragmentData, type FragmentType } from "../gql";
import { isOn } from "./acts.ts";
import { cancelTimes, changeTimes, offerOf, SubscriptionActsFields } from "./subscriptionActs.ts";

type Props = { act: Offered; of: FragmentType<typeof SubscriptionActsFields>; onClose: () => void };

/** The dialog of an act, as far as the organisation lets its customer go. */
export function SubscriptionDialog({ act, of: masked, onClose }: Props) {
  const of = getFragmentData(SubscriptionActsFields, masked);
  return (
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
  );
}
