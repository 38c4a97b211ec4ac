import type { IntervalUnit } from "../gql/graphql.ts";

/** The units of billing intervals, to choose from. */
export const intervalUnits: readonly { value: IntervalUnit; label: string }[] = [
  { value: "DAY", label: "days" },
  { value: "WEEK", label: "weeks" },
  { value: "MONTH", label: "months" },
  { value: "YEAR", label: "years" },
];
