import { Facts } from "@quittance/ui/Thing.tsx";
import { daysText } from "./dayLists.ts";
import type { Rule } from "./DunningRuleForm.tsx";
import { finalActions } from "./stages.ts";

/** A rule to be read. */
export function DunningRuleFacts({ rule, note }: { rule: Rule; note?: string | undefined }) {
  return (
    <>
      {note && <p>{note}</p>}
      <Facts
        facts={[
          { label: "Charged again after", value: days(rule.retryDays, "Never") },
          { label: "When the last try has passed", value: finalActions[rule.finalAction] },
          { label: "Reminders", value: days(rule.reminderDays, "None") },
        ]}
      />
    </>
  );
}

function days(all: readonly number[], none: string): string {
  return all.length === 0 ? none : `${daysText(all)} days`;
}
