import IconArrowBackUp from "@tabler/icons-react/icons/IconArrowBackUp";
import IconAlertTriangle from "@tabler/icons-react/icons/IconAlertTriangle";
import IconBan from "@tabler/icons-react/icons/IconBan";
import IconCalendar from "@tabler/icons-react/icons/IconCalendar";
import IconCalendarOff from "@tabler/icons-react/icons/IconCalendarOff";
import IconCheck from "@tabler/icons-react/icons/IconCheck";
import IconCircleDashed from "@tabler/icons-react/icons/IconCircleDashed";
import IconCircleHalf2 from "@tabler/icons-react/icons/IconCircleHalf2";
import IconClock from "@tabler/icons-react/icons/IconClock";
import IconLoader from "@tabler/icons-react/icons/IconLoader";
import IconMail from "@tabler/icons-react/icons/IconMail";
import IconPencil from "@tabler/icons-react/icons/IconPencil";
import IconPlayerPause from "@tabler/icons-react/icons/IconPlayerPause";
import IconX from "@tabler/icons-react/icons/IconX";
import type { Icon, Tone } from "./Badge.tsx";

type Look = { word: string; tone: Tone; icon: Icon };

const look = (word: string, tone: Tone, icon: Icon): Look => ({ word, tone, icon });

/** Every state that a screen shows. One table for both apps, so that no state has two words or two colours. */
export const statuses = {
  // Invoices
  DRAFT: look("Draft", "neutral", IconPencil),
  OPEN: look("Open", "notice", IconClock),
  OVERDUE: look("Overdue", "negative", IconAlertTriangle),
  PARTLY_PAID: look("Partly paid", "notice", IconCircleHalf2),
  PAID: look("Paid", "positive", IconCheck),
  VOID: look("Void", "neutral", IconBan),
  WRITTEN_OFF: look("Written off", "neutral", IconX),
  // Payments
  REQUIRES_ACTION: look("Needs confirmation", "attention", IconAlertTriangle),
  PROCESSING: look("Processing", "notice", IconLoader),
  SUCCEEDED: look("Succeeded", "positive", IconCheck),
  DECLINED: look("Declined", "negative", IconX),
  REVERSED: look("Put back", "neutral", IconArrowBackUp),
  // Refunds
  ON_ITS_WAY: look("On its way", "notice", IconLoader),
  REFUNDED: look("Refunded", "positive", IconCheck),
  CAME_BACK: look("Came back", "attention", IconArrowBackUp),
  // Disputes
  DISPUTED: look("Disputed", "attention", IconAlertTriangle),
  NEEDS_RESPONSE: look("Needs response", "attention", IconAlertTriangle),
  UNDER_REVIEW: look("Under review", "notice", IconLoader),
  WON: look("Won", "positive", IconCheck),
  LOST: look("Lost", "negative", IconX),
  ACCEPTED: look("Accepted", "neutral", IconX),
  // Subscriptions
  FUTURE: look("Starts later", "notice", IconCalendar),
  TRIAL: look("Trial", "notice", IconClock),
  LIVE: look("Live", "positive", IconCheck),
  DUNNING: look("Payment overdue", "attention", IconAlertTriangle),
  UNPAID: look("Unpaid", "negative", IconAlertTriangle),
  NON_RENEWING: look("Ends soon", "attention", IconCalendarOff),
  PAUSED: look("Paused", "neutral", IconPlayerPause),
  TRIAL_EXPIRED: look("Trial expired", "neutral", IconCalendarOff),
  EXPIRED: look("Expired", "neutral", IconCalendarOff),
  CANCELLED: look("Cancelled", "neutral", IconX),
  // People, customers, plans, API clients
  NOT_INVITED: look("Not invited", "neutral", IconCircleDashed),
  INVITED: look("Invited", "notice", IconMail),
  ACTIVE: look("Active", "positive", IconCheck),
  INACTIVE: look("Inactive", "neutral", IconBan),
  DISABLED: look("Disabled", "neutral", IconBan),
  ENABLED: look("Enabled", "positive", IconCheck),
  ARCHIVED: look("Archived", "neutral", IconBan),
  PARKED: look("Parked", "attention", IconAlertTriangle),
  // Bank files and entries
  SUGGESTED: look("Suggested", "attention", IconCircleHalf2),
  BOOKED: look("Booked", "positive", IconCheck),
  SET_ASIDE: look("Set aside", "neutral", IconBan),
  IMPORTED: look("Imported", "positive", IconCheck),
  // Runs, imports, mail
  UPLOADED: look("Uploaded", "neutral", IconClock),
  CHECKING: look("Checking", "notice", IconLoader),
  CHECKED: look("Checked", "notice", IconCheck),
  RUNNING: look("Running", "notice", IconLoader),
  COMPLETED: look("Completed", "positive", IconCheck),
  INTERRUPTED: look("Interrupted", "attention", IconAlertTriangle),
  FAILED: look("Failed", "negative", IconX),
  QUEUED: look("Queued", "neutral", IconClock),
  SENT: look("Sent", "positive", IconCheck),
  KEPT: look("Kept here", "neutral", IconMail),
} satisfies Record<string, Look>;

export type Status = keyof typeof statuses;
