import IconAdjustments from "@tabler/icons-react/icons/IconAdjustments";
import IconArrowBackUp from "@tabler/icons-react/icons/IconArrowBackUp";
import IconCalendarEvent from "@tabler/icons-react/icons/IconCalendarEvent";
import IconCalendarPlus from "@tabler/icons-react/icons/IconCalendarPlus";
import IconCalendarTime from "@tabler/icons-react/icons/IconCalendarTime";
import IconCircleCheck from "@tabler/icons-react/icons/IconCircleCheck";
import IconCircleX from "@tabler/icons-react/icons/IconCircleX";
import IconPlayerPause from "@tabler/icons-react/icons/IconPlayerPause";
import IconPlayerPlay from "@tabler/icons-react/icons/IconPlayerPlay";
import IconRefresh from "@tabler/icons-react/icons/IconRefresh";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import type { Offered } from "./acts.ts";

const actions: Record<Offered, Omit<Action, "onSelect">> = {
  ACTIVATE: { label: "Activate subscription", icon: IconCircleCheck },
  EXTEND_TRIAL: { label: "Extend trial", icon: IconCalendarPlus },
  CHANGE: { label: "Manage subscription", icon: IconAdjustments },
  CHANGE_BILLING_DAY: { label: "Change billing day", icon: IconCalendarEvent },
  RESUME: { label: "Resume subscription", icon: IconPlayerPlay },
  PAUSE: { label: "Pause subscription", icon: IconPlayerPause },
  CHANGE_SCHEDULE: { label: "Change schedule", icon: IconCalendarTime },
  REACTIVATE: { label: "Reactivate subscription", icon: IconRefresh },
  REMOVE_SCHEDULED_CHANGE: { label: "Remove scheduled change", icon: IconArrowBackUp },
  REMOVE_SCHEDULED_CANCELLATION: { label: "Remove scheduled cancellation", icon: IconArrowBackUp },
  CANCEL: { label: "Cancel subscription", icon: IconCircleX, danger: true },
};

type Props = { number: string; offered: readonly Offered[]; onChoose: (act: Offered) => void };

/** What is possible with a subscription now, behind three dots. */
export function SubscriptionMenu({ number, offered, onChoose }: Props) {
  return (
    <ActionMenu
      label={`More actions for ${number}`}
      actions={offered.map((act) => ({ ...actions[act], onSelect: () => onChoose(act) }))}
    />
  );
}
