import { describe, expect, it } from "vitest";
import type { PortalSwitch } from "../gql/graphql.ts";
import { isOn, menuOf, sightsOf, type Standing } from "./sight.ts";

const under: Partial<Record<PortalSwitch, PortalSwitch>> = { ADD_ADDONS: "EDIT" };

function standing(...on: PortalSwitch[]): Standing {
  const names: PortalSwitch[] = [
    "SUBSCRIPTIONS",
    "INVOICES",
    "PAYMENTS",
    "EDIT",
    "ADD_ADDONS",
    "PAUSE",
    "RESUME",
    "CANCEL_NOW",
    "ACTIVATE_TRIAL",
    "REACTIVATE",
  ];
  return new Map(
    names.map((name) => [name, { value: { flag: on.includes(name) }, under: under[name] ?? null }]),
  );
}

const actions = (of: Standing, state: string) => sightsOf(of).find((one) => one.state === state)?.actions;

describe("what a customer sees", () => {
  it("has the pages that are on, in the order of the side bar", () => {
    expect(menuOf(standing("PAYMENTS", "INVOICES"))).toEqual([
      "Home",
      "Invoices",
      "Payments",
      "Change password",
    ]);
  });

  it("has no subscription to act on where the page is off", () => {
    expect(sightsOf(standing("PAUSE"))).toEqual([]);
  });

  it("has the acts of each state", () => {
    const of = standing("SUBSCRIPTIONS", "PAUSE", "CANCEL_NOW");
    expect(actions(of, "Live")).toEqual(["Pause subscription", "Cancel subscription"]);
    expect(actions(of, "Paused")).toEqual(["Change schedule", "Cancel subscription"]);
    expect(actions(of, "In trial")).toEqual([]);
  });

  it("is off with what stands above it", () => {
    expect(isOn(standing("ADD_ADDONS"), "ADD_ADDONS")).toBe(false);
    expect(isOn(standing("ADD_ADDONS", "EDIT"), "ADD_ADDONS")).toBe(true);
  });
});
