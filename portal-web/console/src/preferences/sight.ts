import type { PortalSwitch } from "../gql/graphql.ts";
import type { Value } from "./values.ts";

/** How each switch stands, or would. */
export type Standing = ReadonlyMap<PortalSwitch, { value: Value; under: PortalSwitch | null }>;

/** A subscription in some state, and the menu that a customer has there. */
export type Sight = { state: string; actions: readonly string[] };

const pages: readonly [PortalSwitch, string][] = [
  ["SUBSCRIPTIONS", "Subscriptions"],
  ["INVOICES", "Invoices"],
  ["CREDIT_NOTES", "Credit notes"],
  ["PAYMENTS", "Payments"],
  ["STATEMENTS", "Statements"],
  ["CREDIT", "Available credit"],
];

/** Whether a switch lets something be done: on, and so is the one above it. */
export function isOn(standing: Standing, name: PortalSwitch): boolean {
  const one = standing.get(name);
  if (!one) return false;
  return one.value.flag !== false && (one.under === null || isOn(standing, one.under));
}

/** The side bar of the portal. */
export function menuOf(standing: Standing): readonly string[] {
  return ["Home", ...pages.filter(([by]) => isOn(standing, by)).map(([, label]) => label), "Change password"];
}

/** What a customer can do with a subscription, by the state it is in. */
export function sightsOf(standing: Standing): readonly Sight[] {
  if (!isOn(standing, "SUBSCRIPTIONS")) return [];
  const when = (label: string, ...any: readonly PortalSwitch[]) =>
    any.some((name) => isOn(standing, name)) ? [label] : [];
  const manage = when("Manage subscription", "EDIT");
  const cancel = when("Cancel subscription", "CANCEL_NOW", "CANCEL_AT_TERM_END");
  return [
    {
      state: "In trial",
      actions: [
        ...when("Activate subscription", "ACTIVATE_TRIAL"),
        ...manage,
        ...when("Cancel subscription", "CANCEL_TRIAL_NOW", "CANCEL_TRIAL_AT_TERM_END"),
      ],
    },
    {
      state: "Trial expired",
      actions: [...when("Extend trial", "EXTEND_TRIAL"), ...when("Reactivate", "REACTIVATE")],
    },
    {
      state: "Live",
      actions: [
        ...manage,
        ...when("Switch auto-charge on or off", "AUTO_CHARGE"),
        ...when("Pause subscription", "PAUSE"),
        ...cancel,
      ],
    },
    {
      state: "Paused",
      actions: [...when("Resume subscription", "RESUME"), ...when("Change schedule", "PAUSE"), ...cancel],
    },
    { state: "Expired or cancelled", actions: when("Proceed to reactivate", "REACTIVATE") },
  ];
}
