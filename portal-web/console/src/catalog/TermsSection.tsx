import { Facts, Section } from "@quittance/ui/Thing.tsx";
import {
  billingDayText,
  chargeTimes,
  labelOf,
  prorationModes,
  trialEndPolicies,
  type PlanTerms,
} from "./planTerms.ts";
import { intervalUnits } from "./intervals.ts";

/** How subscriptions of a plan run. */
export function TermsSection({ terms }: { terms: PlanTerms }) {
  const { trial, billingCycles, minimumTermMonths, noticeDays, billingDay } = terms;
  return (
    <Section title="Terms">
      <Facts
        facts={[
          {
            label: "Trial",
            value: trial ? `${trial.count} ${labelOf(intervalUnits, trial.unit)}` : "None",
          },
          {
            label: "When a trial ends and nothing is charged",
            value: trial && labelOf(trialEndPolicies, terms.trialEndPolicy),
          },
          {
            label: "Billing cycles",
            value: billingCycles ? `Expires after ${billingCycles}` : "Without end",
          },
          { label: "Changes within a period", value: labelOf(prorationModes, terms.proration) },
          { label: "Minimum term", value: minimumTermMonths && `${minimumTermMonths} months` },
          { label: "Billing day", value: billingDay && billingDayText(billingDay) },
          { label: "Periods are billed", value: labelOf(chargeTimes, terms.chargedIn) },
          { label: "Billed ahead", value: terms.leadDays > 0 && `${terms.leadDays} days` },
          { label: "Paid support", value: terms.paidSupport && "Yes" },
          { label: "Notice period", value: noticeDays > 0 && `${noticeDays} days` },
        ]}
      />
    </Section>
  );
}
