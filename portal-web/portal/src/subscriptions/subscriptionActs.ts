import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { CancelTime, SubscriptionActsFragment } from "../gql/graphql.ts";
import { actsOf, isOn } from "./acts.ts";

export const SubscriptionActsFields = graphql(`
  fragment SubscriptionActs on SubscriptionContract {
    id
    number
    status
    possibleActs
    portalSwitches {
      name
      on
    }
    pausesOn
    resumesOn
    cancelsOn
    customer {
      id
      today
    }
    ...ItemFields
  }
`);

/** The acts that the page has a dialog for, in the order of the menu. */
const offeredActs = [
  "ACTIVATE",
  "EXTEND_TRIAL",
  "CHANGE",
  "RESUME",
  "PAUSE",
  "CHANGE_SCHEDULE",
  "REACTIVATE",
  "REMOVE_SCHEDULED_CHANGE",
  "REMOVE_SCHEDULED_CANCELLATION",
  "CANCEL",
] as const;

export type Offered = (typeof offeredActs)[number];

/** What this contact can do with the subscription now. */
export function useOffered(masked: FragmentType<typeof SubscriptionActsFields>): readonly Offered[] {
  const of = getFragmentData(SubscriptionActsFields, masked);
  const mayAct = useMay("CONTACT_BILLING");
  const acts = actsOf(of);
  return mayAct ? offeredActs.filter((act) => acts.includes(act)) : [];
}

/** When the organisation lets it end; the gentler way first. */
export function cancelTimes(of: SubscriptionActsFragment): readonly CancelTime[] {
  const trial = of.status === "TRIAL";
  const atEnd = isOn(of, trial ? "CANCEL_TRIAL_AT_TERM_END" : "CANCEL_AT_TERM_END");
  const now = isOn(of, trial ? "CANCEL_TRIAL_NOW" : "CANCEL_NOW");
  return [...(atEnd ? (["TERM_END"] as const) : []), ...(now ? (["NOW"] as const) : [])];
}
