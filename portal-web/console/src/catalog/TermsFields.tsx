import { CheckboxField, SelectField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair } from "@quittance/ui/Form.tsx";
import { intervalUnits } from "./intervals.ts";
import { chargeTimes, prorationModes, trialEndPolicies, type PlanTerms } from "./planTerms.ts";
import styles from "./PriceFields.module.css";

/** How subscriptions of a plan run: trial, end, changes, how long a customer is bound. */
export function TermsFields({ terms }: { terms?: PlanTerms }) {
  return (
    <>
      <fieldset className={styles.prices}>
        <legend>Trial</legend>
        <FieldPair>
          <WholeField
            path="terms.trial.count"
            label="Trial length"
            hint="Left empty, it is paid for from the first day."
            value={numberText(terms?.trial?.count)}
          />
          <SelectField
            path="terms.trial.unit"
            label="Unit of the trial"
            required
            choices={intervalUnits}
            value={terms?.trial?.unit ?? "DAY"}
          />
        </FieldPair>
        <SelectField
          path="terms.trialEndPolicy"
          label="When a trial ends and nothing is charged"
          required
          choices={trialEndPolicies}
          value={terms?.trialEndPolicy ?? "INVOICE"}
        />
      </fieldset>
      <fieldset className={styles.prices}>
        <legend>Terms</legend>
        <FieldPair>
          <WholeField
            path="terms.billingCycles"
            label="Billing cycles"
            hint="After so many it expires; left empty, never."
            value={numberText(terms?.billingCycles)}
          />
          <SelectField
            path="terms.proration"
            label="Changes within a period"
            hint="By seconds, the moment of the preview counts, even if it is confirmed some minutes later."
            required
            choices={prorationModes}
            value={terms?.proration ?? "BY_DAY"}
          />
        </FieldPair>
        <FieldPair>
          <WholeField
            path="terms.minimumTermMonths"
            label="Minimum term in months"
            value={numberText(terms?.minimumTermMonths)}
          />
          <WholeField
            path="terms.noticeDays"
            label="Notice period in days"
            value={numberText(terms?.noticeDays)}
          />
        </FieldPair>
        <FieldPair>
          <WholeField
            path="terms.billingDay"
            label="Billing day"
            hint="1 to 31, the last of the month; left empty, the day it is paid from."
            value={numberText(terms?.billingDay)}
          />
          <WholeField
            path="terms.leadDays"
            label="Billed ahead by days"
            hint="Left empty, on the first day of each period."
            value={numberText(terms?.leadDays)}
          />
        </FieldPair>
        <FieldPair>
          <SelectField
            path="terms.chargedIn"
            label="Periods are billed"
            hint="What is paid once is billed at once. Subscriptions keep what they began with."
            required
            choices={chargeTimes}
            value={terms?.chargedIn ?? "ADVANCE"}
          />
          <CheckboxField
            path="terms.paidSupport"
            label="Paid support"
            hint="Neither billed by days nor tried."
            checked={terms?.paidSupport ?? false}
          />
        </FieldPair>
      </fieldset>
    </>
  );
}

function numberText(number: number | null | undefined) {
  return number == null || number === 0 ? undefined : String(number);
}
