import { describe, expect, it } from "vitest";
import type { PortalSwitch, SubscriptionAct, SubscriptionStatus } from "../gql/graphql.ts";
import { actsOf } from "./acts.ts";

const of = (status: SubscriptionStatus, possibleActs: SubscriptionAct[], on: PortalSwitch[]) => ({
  status,
  possibleActs,
  portalSwitches: on.map((name) => ({ name, on: true })),
});

describe("what a customer can do with a subscription", () => {
  it("is what the state allows and a switch lets", () => {
    expect(actsOf(of("LIVE", ["PAUSE", "CANCEL", "CHANGE"], ["PAUSE", "RESUME"]))).toEqual(["PAUSE"]);
    expect(actsOf(of("LIVE", ["CANCEL"], ["CANCEL_AT_TERM_END"]))).toEqual(["CANCEL"]);
  });

  it("asks in a trial for the switches of trials", () => {
    expect(actsOf(of("TRIAL", ["CANCEL"], ["CANCEL_NOW"]))).toEqual([]);
    expect(actsOf(of("TRIAL", ["CANCEL"], ["CANCEL_TRIAL_NOW"]))).toEqual(["CANCEL"]);
  });

  it("lets a planned cancellation be taken back without a switch", () => {
    expect(actsOf(of("NON_RENEWING", ["REMOVE_SCHEDULED_CANCELLATION"], []))).toEqual([
      "REMOVE_SCHEDULED_CANCELLATION",
    ]);
  });
});
