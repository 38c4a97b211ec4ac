import type { Amount } from "@quittance/ui/Money.tsx";

export type ShownLine = {
  description: string;
  amount: Amount;
  /** Days of service, both included. */
  period?: { start: string; end: string } | null;
  /** How the amount came about, sentence by sentence. */
  explanation: readonly string[];
};

/** Lines and what they come to. */
export type ShownSum = {
  lines: readonly ShownLine[];
  net: Amount;
  tax: Amount;
  rounding: Amount;
  /** Below zero something is given back. */
  total: Amount;
};

/** What an act on a subscription bills or credits, as a preview tells it. */
export type ShownQuote = ShownSum & {
  /** Given back with the act, so that nothing else is charged. */
  token: string;
  /** What of a credit goes back to what had paid. */
  refund: Amount;
  nextInvoiceOn?: string | null;
  nextInvoiceTotal?: Amount | null;
  /** What was planned and is dropped with it, in words. */
  discarded: readonly string[];
};

/** A preview, as far as it has come. */
export type Preview = {
  /** Undefined while it is computed. */
  quote?: ShownQuote | undefined;
  /** Why it can't be done as it was entered, in a sentence. */
  refusal?: string | undefined;
  /** Why it could not be computed. */
  fault?: { reason?: string | undefined; errorId?: string | undefined } | undefined;
  retry: () => void;
};

/** An act under way. */
export type Acting = {
  busy: boolean;
  refusal: string | undefined;
  /** Whether that is the bank's refusal to pay for it. */
  declined: boolean;
  /** What was computed anew because what was shown no longer holds. */
  fresh: ShownQuote | undefined;
  act: (quoteToken: string | undefined) => Promise<void>;
  /** Something else is chosen: what was said before no longer counts. */
  reset: () => void;
};

/** Below zero something is given back. */
export function isCredit({ amount }: Amount): boolean {
  return amount.startsWith("-") && /[1-9]/.test(amount);
}

export function positive(amount: Amount): Amount {
  return { ...amount, amount: amount.amount.replace(/^-/, "") };
}
