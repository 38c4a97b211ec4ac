import type { TaxTreatment } from "../gql/graphql.ts";

/** How rates are classed, in words. */
export const treatments: Record<TaxTreatment, string> = {
  STANDARD: "Standard rate",
  REDUCED: "Reduced rate",
  ZERO: "Zero rate",
  EXEMPT: "Exempt",
  REVERSE_CHARGE: "Reverse charge",
  OUTSIDE_SCOPE: "Outside the scope of tax",
};

export const treatmentChoices = (Object.keys(treatments) as TaxTreatment[]).map((value) => ({
  value,
  label: treatments[value],
}));
