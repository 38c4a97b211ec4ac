import { createContext, type ReactNode } from "react";

/** A payment that an act waits for. */
export type Begun = {
  paymentId: string;
  /** Where the payer's bank wants the confirmation; none while the money is on its way. */
  actionUrl?: string;
};

/** What an app does where an act is charged first: only what customers do is. */
export type Charging = {
  /** Goes on with the payment; the act is done once it has come in. */
  onBegun: (begun: Begun) => void;
  /** Lets the payer choose what is charged instead, where that was declined. */
  anotherCard: ReactNode;
};

export const ChargingFirst = createContext<Charging>({ onBegun: () => undefined, anotherCard: undefined });
