import { lazy, Suspense } from "react";
import { getFragmentData, type FragmentType } from "../gql";
import { isOn } from "./acts.ts";
import { cancelTimes, SubscriptionActsFields, type Offered } from "./subscriptionActs.ts";

const ActivateDialog = lazy(async () => ({ default: (await import("./ActivateDialog.tsx")).ActivateDialog }));
const ExtendTrialDialog = lazy(async () => ({
  default: (await import("./ExtendTrialDialog.tsx")).ExtendTrialDialog,
}));
const ManageDialog = lazy(async () => ({ default: (await import("./ManageDialog.tsx")).ManageDialog }));
const PauseDialog = lazy(async () => ({ default: (await import("./PauseDialog.tsx")).PauseDialog }));
const ResumeDialog = lazy(async () => ({ default: (await import("./ResumeDialog.tsx")).ResumeDialog }));
const ScheduleDialog = lazy(async () => ({ default: (await import("./ScheduleDialog.tsx")).ScheduleDialog }));
const ReactivateDialog = lazy(async () => ({
  default: (await import("./ReactivateDialog.tsx")).ReactivateDialog,
}));
const CancelDialog = lazy(async () => ({ default: (await import("./CancelDialog.tsx")).CancelDialog }));
const TakeBackDialog = lazy(async () => ({ default: (await import("./TakeBackDialog.tsx")).TakeBackDialog }));

type Props = { act: Offered; of: FragmentType<typeof SubscriptionActsFields>; onClose: () => void };

/** The dialog of an act, loaded when it is first wanted. */
export function SubscriptionDialog(props: Props) {
  return (
    <Suspense>
      <DialogOf {...props} />
    </Suspense>
  );
}

function DialogOf({ act, of: masked, onClose }: Props) {
  const of = getFragmentData(SubscriptionActsFields, masked);
  const { id, customer, pausesOn, resumesOn, status } = of;
  const mayResume = isOn(of, "RESUME");
  switch (act) {
    case "ACTIVATE":
      return <ActivateDialog id={id} onClose={onClose} />;
    case "EXTEND_TRIAL":
      return <ExtendTrialDialog id={id} onClose={onClose} />;
    case "CHANGE":
      return <ManageDialog of={of} onClose={onClose} />;
    case "PAUSE":
      return <PauseDialog id={id} today={customer.today} mayResume={mayResume} onClose={onClose} />;
    case "RESUME":
      return <ResumeDialog id={id} today={customer.today} onClose={onClose} />;
    case "CHANGE_SCHEDULE":
      return (
        <ScheduleDialog
          id={id}
          today={customer.today}
          pausesOn={pausesOn ?? null}
          resumesOn={resumesOn ?? null}
          paused={status === "PAUSED"}
          mayResume={mayResume}
          onClose={onClose}
        />
      );
    case "REACTIVATE":
      return <ReactivateDialog of={of} onClose={onClose} />;
    case "CANCEL": {
      const [first, ...others] = cancelTimes(of);
      return first ? (
        <CancelDialog id={id} trial={status === "TRIAL"} times={[first, ...others]} onClose={onClose} />
      ) : null;
    }
    case "REMOVE_SCHEDULED_CANCELLATION":
    case "REMOVE_SCHEDULED_CHANGE":
      return <TakeBackDialog id={id} what={act} onClose={onClose} />;
  }
}
