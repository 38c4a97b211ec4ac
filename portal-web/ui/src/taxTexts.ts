import { dayText } from "./Day.tsx";

/** What the row of cash rounding is called. */
export function roundingLabel({ currency, increment }: { currency: string; increment: string }): string {
  return `Rounding to ${currency} ${increment}`;
}

type Exchange = {
  currency: string;
  rate: string;
  on: string;
  tax: { amount: string; currency: string };
};

/** The tax of a foreign document in the merchant's currency, and at what rate. */
export function exchangeText({ currency, rate, on, tax }: Exchange, foreign: string): string {
  return `Tax in ${currency}: ${tax.amount}, at 1 ${foreign} = ${rate} ${currency} of ${dayText(on)}`;
}
