import { Button } from "@mantine/core";
import { dayText } from "@quittance/ui/Day.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import type { LifeDays, Offered } from "./acts.ts";

type Told = LifeDays & { cancelReason?: string | null };

type Props = {
  of: Told;
  offered: readonly Offered[];
  onChoose: (act: Offered) => void;
};

type Said = {
  title: string;
  text?: string | undefined;
  tone?: "neutral" | "attention";
  /** The ways out; the first that is offered stands there. */
  ways: readonly [Offered, string][];
};

/** What must be known first: an end, a coming end, a pause, a trial; with the way out. */
export function SubscriptionBanner({ of, offered, onChoose }: Props) {
  const said = saidOf(of);
  if (!said) return null;
  const way = said.ways.find(([act]) => offered.includes(act));
  return (
    <Notice
      quiet
      tone={said.tone ?? "notice"}
      title={said.title}
      action={
        way && (
          <Button variant="default" onClick={() => onChoose(way[0])}>
            {way[1]}
          </Button>
        )
      }
    >
      {said.text}
    </Notice>
  );
}

function saidOf(of: Told): Said | undefined {
  const { status, endedOn, cancelReason, trialEndsOn } = of;
  const reactivate = ["REACTIVATE", "Proceed to reactivate"] as const;
  switch (status) {
    case "EXPIRED":
      return {
        tone: "neutral",
        title: `This subscription has expired${on(endedOn)}.`,
        ways: [[...reactivate]],
      };
    case "TRIAL_EXPIRED":
      return {
        tone: "neutral",
        title: `The trial has expired${on(trialEndsOn)}.`,
        text: "Nothing was charged for it.",
        ways: [["EXTEND_TRIAL", "Extend trial"], [...reactivate]],
      };
    case "CANCELLED":
      return {
        tone: "neutral",
        title: `This subscription was cancelled${on(endedOn)}.`,
        text: cancelReason ?? undefined,
        ways: [[...reactivate]],
      };
    case "DUNNING":
      return {
        tone: "attention",
        title: "The last charge failed.",
        text: "It is tried again by itself. Pay the open invoices, or choose another payment method, to be sure.",
        ways: [],
      };
    case "UNPAID":
      return {
        tone: "attention",
        title: "This subscription is not renewed.",
        text: "It goes on as soon as its open invoices are paid.",
        ways: [],
      };
    case "FUTURE":
    case "TRIAL":
    case "LIVE":
    case "NON_RENEWING":
    case "PAUSED":
      return plannedOf(of);
  }
}

/** What is said of one that is not over. */
function plannedOf(of: Told): Said | undefined {
  const { status, cancelsOn, trialEndsOn, pausesOn, pausedOn, changesOn } = of;
  if (cancelsOn)
    return {
      tone: "attention",
      title: `This subscription ends on ${dayText(cancelsOn)}.`,
      text: "It will not renew, and no further invoice will come.",
      ways: [["REMOVE_SCHEDULED_CANCELLATION", "Remove scheduled cancellation"]],
    };
  if (status === "PAUSED")
    return {
      title: `Paused${pausedOn ? ` since ${dayText(pausedOn)}` : ""}.`,
      text: again(of),
      ways: [
        ["RESUME", "Resume subscription"],
        ["CHANGE_SCHEDULE", "Change schedule"],
      ],
    };
  if (pausesOn)
    return {
      title: `It pauses on ${dayText(pausesOn)}.`,
      text: again(of),
      ways: [["CHANGE_SCHEDULE", "Change schedule"]],
    };
  if (changesOn)
    return {
      title: `It changes on ${dayText(changesOn)}.`,
      ways: [["REMOVE_SCHEDULED_CHANGE", "Remove scheduled change"]],
    };
  return status === "TRIAL" && trialEndsOn
    ? { title: `The trial ends on ${dayText(trialEndsOn)}.`, ways: [["ACTIVATE", "Activate subscription"]] }
    : undefined;
}

function on(day: string | null | undefined): string {
  return day ? ` on ${dayText(day)}` : "";
}

function again({ resumesOn }: Told): string {
  return resumesOn ? `It goes on again on ${dayText(resumesOn)}.` : "Nothing is billed until it is resumed.";
}
