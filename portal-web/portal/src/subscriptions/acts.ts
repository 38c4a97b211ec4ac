import type { PortalSwitch, SubscriptionAct, SubscriptionStatus } from "../gql/graphql.ts";

/** A subscription as far as it says what can be done with it. */
export type Actable = {
  status: SubscriptionStatus;
  possibleActs: readonly SubscriptionAct[];
  portalSwitches: readonly { name: PortalSwitch; on: boolean }[];
};

/** Whether the organisation lets this subscription's customer do it; the server checks it once more. */
export function isOn({ portalSwitches }: Pick<Actable, "portalSwitches">, name: PortalSwitch): boolean {
  return portalSwitches.some((one) => one.name === name && one.on);
}

/** Any one of which lets the customer do it; an act that takes back what was planned needs none. */
const switches: Record<SubscriptionAct, readonly PortalSwitch[]> = {
  ACTIVATE: ["ACTIVATE_TRIAL"],
  EXTEND_TRIAL: ["EXTEND_TRIAL"],
  CHANGE: ["EDIT"],
  PAUSE: ["PAUSE"],
  RESUME: ["RESUME"],
  CHANGE_SCHEDULE: ["PAUSE", "RESUME"],
  DELETE_SCHEDULE: ["PAUSE", "RESUME"],
  CANCEL: ["CANCEL_NOW", "CANCEL_AT_TERM_END"],
  REMOVE_SCHEDULED_CANCELLATION: [],
  REMOVE_SCHEDULED_CHANGE: ["EDIT"],
  REACTIVATE: ["REACTIVATE"],
};

/** What the customer can do with it now. */
export function actsOf(of: Actable): readonly SubscriptionAct[] {
  return of.possibleActs.filter((act) => {
    const any = act === "CANCEL" && of.status === "TRIAL" ? trialCancels : switches[act];
    return any.length === 0 || any.some((name) => isOn(of, name));
  });
}

const trialCancels: readonly PortalSwitch[] = ["CANCEL_TRIAL_NOW", "CANCEL_TRIAL_AT_TERM_END"];
