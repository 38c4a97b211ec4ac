import { lazy, Suspense } from "react";
import type { Reader } from "../Reader.ts";
import type { Offered, Standing } from "./acts.ts";
import type { CancelTime } from "./CancelDialog.tsx";
import type { ChangeTime, Holding, Offer } from "./items.ts";

const ActivateDialog = lazy(async () => ({ default: (await import("./ActivateDialog.tsx")).ActivateDialog }));
const ExtendTrialDialog = lazy(async () => ({
  default: (await import("./ExtendTrialDialog.tsx")).ExtendTrialDialog,
}));
const ManageDialog = lazy(async () => ({ default: (await import("./ManageDialog.tsx")).ManageDialog }));
const BillingDayDialog = lazy(async () => ({
  default: (await import("./BillingDayDialog.tsx")).BillingDayDialog,
}));
const PauseDialog = lazy(async () => ({ default: (await import("./PauseDialog.tsx")).PauseDialog }));
const ResumeDialog = lazy(async () => ({ default: (await import("./ResumeDialog.tsx")).ResumeDialog }));
const ScheduleDialog = lazy(async () => ({ default: (await import("./ScheduleDialog.tsx")).ScheduleDialog }));
const ReactivateDialog = lazy(async () => ({
  default: (await import("./ReactivateDialog.tsx")).ReactivateDialog,
}));
const CancelDialog = lazy(async () => ({ default: (await import("./CancelDialog.tsx")).CancelDialog }));
const TakeBackDialog = lazy(async () => ({ default: (await import("./TakeBackDialog.tsx")).TakeBackDialog }));

/** A subscription as far as acts on it go. */
export type Acted = Holding & {
  status: Standing;
  pausesOn?: string | null;
  resumesOn?: string | null;
  billingDay?: number | null;
  /** Today, in the customer's zone. */
  customer: { today: string };
};

type Props = {
  act: Offered;
  of: Acted;
  reader: Reader;
  offer: Offer;
  changeTimes: readonly [ChangeTime, ...ChangeTime[]];
  /** When it may end, the gentler way first. */
  cancelTimes: readonly CancelTime[];
  /** Whether the reader may say when it goes on after a pause. */
  mayResume: boolean;
  /** Whether it may be changed before it is reactivated. */
  mayEdit: boolean;
  onClose: () => void;
};

/** The dialog of an act, loaded when it is first wanted. */
export function SubscriptionDialog(props: Props) {
  return (
    <Suspense>
      <DialogOf {...props} />
    </Suspense>
  );
}

function DialogOf({ act, of, offer, changeTimes, cancelTimes, mayResume, mayEdit, reader, onClose }: Props) {
  const {
    id,
    customer: { today },
    pausesOn,
    resumesOn,
    billingDay,
    status,
  } = of;
  const common = { reader, id, today, onClose };
  const items = { reader, holding: of, offer, onClose };
  switch (act) {
    case "ACTIVATE":
      return <ActivateDialog reader={reader} id={id} onClose={onClose} />;
    case "EXTEND_TRIAL":
      return <ExtendTrialDialog reader={reader} id={id} onClose={onClose} />;
    case "CHANGE":
      return <ManageDialog {...items} times={changeTimes} />;
    case "CHANGE_BILLING_DAY":
      return <BillingDayDialog reader={reader} id={id} billingDay={billingDay} onClose={onClose} />;
    case "PAUSE":
      return <PauseDialog {...common} mayResume={mayResume} />;
    case "RESUME":
      return <ResumeDialog {...common} />;
    case "CHANGE_SCHEDULE":
      return (
        <ScheduleDialog
          {...common}
          pausesOn={pausesOn}
          resumesOn={resumesOn}
          paused={status === "PAUSED"}
          mayResume={mayResume}
        />
      );
    case "REACTIVATE":
      return <ReactivateDialog {...items} mayEdit={mayEdit} />;
    case "CANCEL": {
      const [first, ...others] = cancelTimes;
      return first ? (
        <CancelDialog {...common} trial={status === "TRIAL"} times={[first, ...others]} />
      ) : null;
    }
    case "REMOVE_SCHEDULED_CANCELLATION":
    case "REMOVE_SCHEDULED_CHANGE":
      return <TakeBackDialog id={id} what={act} onClose={onClose} />;
  }
}
