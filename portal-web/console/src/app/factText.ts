import { dayText, momentText } from "@quittance/ui/Day.tsx";
import { moneyText } from "@quittance/ui/Money.tsx";
import { statuses } from "@quittance/ui/statuses.ts";

const words: Record<string, { word: string }> = statuses;

/** The name of a fact in a history, `nextInvoiceOn`, as the screen says it: "Next invoice". */
export function factName(fact: string): string {
  const spoken = fact
    .replace(/(On|At)$/, "")
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** The value of a fact as the reader's language writes it. */
export function factText(value: string | null | undefined): string {
  if (value == null || value === "" || value === "[]") return "none";
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayText(value);
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return momentText(value);
  const money = /^([A-Z]{3}) (-?\d+(?:\.\d+)?)$/.exec(value);
  if (money?.[1] && money[2]) return moneyText({ currency: money[1], amount: money[2] });
  if (value === "true") return "yes";
  if (value === "false") return "no";
  if (/^[A-Z]{4}[A-Z_]*$/.test(value))
    return words[value]?.word ?? factName(value.toLowerCase().replace(/_/g, " "));
  return value;
}
