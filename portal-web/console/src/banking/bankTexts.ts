import type { BankField, DayFormat, DecimalMark } from "../gql/graphql.ts";

/** An account in groups of four, as banks print it. */
export function accountText(account: string): string {
  return account.replace(/(.{4})(?=.)/g, "$1 ");
}

/** What a column of a bank's CSV holds, in words. */
export const bankFields: Record<BankField, string> = {
  BOOKED_ON: "Booking day",
  VALUE_ON: "Value day",
  AMOUNT: "Amount with its sign",
  CREDIT: "Money that came in",
  DEBIT: "Money that left",
  CURRENCY: "Currency",
  NAME: "Name of the other party",
  ACCOUNT: "Account of the other party",
  TEXT: "What the payer wrote",
  REFERENCE: "Payment reference",
  END_TO_END_ID: "Payer's own reference",
  BANK_REFERENCE: "Bank's reference, unique",
  OWN_ACCOUNT: "Your own account",
  IGNORE: "Leave out",
};

export const dayFormats: Record<DayFormat, string> = {
  YEAR_MONTH_DAY: "2030-12-31",
  DAY_MONTH_YEAR_DOTS: "31.12.2030",
  DAY_MONTH_SHORT_YEAR_DOTS: "31.12.30",
  DAY_MONTH_YEAR_SLASHES: "31/12/2030",
  MONTH_DAY_YEAR_SLASHES: "12/31/2030",
  YEAR_MONTH_DAY_PLAIN: "20301231",
};

export const decimalMarks: Record<DecimalMark, string> = {
  POINT: "1,234.50",
  COMMA: "1.234,50",
};

/** The choices of a field, in the order of the words. */
export function choicesOf<Value extends string>(words: Record<Value, string>) {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }));
}
