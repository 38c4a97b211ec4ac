import { faultOf } from "@quittance/client/faultOf.ts";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import type { ReactNode } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { FinalAction } from "../gql/graphql.ts";
import type { Place } from "../rules/places.ts";
import { daysOf, daysText } from "./dayLists.ts";
import { finalActions } from "./stages.ts";

const SetDunningRule = graphql(`
  mutation SetDunningRule($input: SetDunningRuleInput!) {
    setDunningRule(input: $input) {
      __typename
      ... on DunningRuleSet {
        rule {
          id
        }
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

export type Rule = {
  retryDays: readonly number[];
  reminderDays: readonly number[];
  finalAction: FinalAction;
};

const choices = Object.entries(finalActions).map(([value, label]) => ({ value, label }));

/** Sets how what is not paid is followed up, at one place. */
export function DunningRuleForm(props: { place: Place; rule: Rule; beside?: ReactNode }) {
  const { place, rule, beside } = props;
  const [, set] = useMutation(SetDunningRule);
  const save = async (values: FormValues): Promise<Came> => {
    const retryDays = daysOf(values.text("retryDays"));
    const reminderDays = daysOf(values.text("reminderDays"));
    if (!retryDays || !reminderDays)
      return {
        faults: [
          ...(retryDays ? [] : [noDays("retryDays")]),
          ...(reminderDays ? [] : [noDays("reminderDays")]),
        ],
      };
    const chosen = values.text("finalAction");
    const finalAction = isFinalAction(chosen) ? chosen : rule.finalAction;
    const { data, error } = await set(
      { input: { ...place, retryDays, reminderDays, finalAction } },
      { additionalTypenames: ["DunningRule"] },
    );
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." };
    switch (data.setDunningRule.__typename) {
      case "DunningRuleSet":
        return "saved";
      case "InvalidInput":
        return { faults: data.setDunningRule.fields };
    }
  };
  return (
    <SavingForm submit="Save rule" save={save} beside={beside}>
      <div style={{ display: "grid", gap: 16 }}>
        <TextField
          path="retryDays"
          label="Charge again after"
          hint="Days after the first failure. Empty: never again."
          value={daysText(rule.retryDays)}
        />
        <SelectField
          path="finalAction"
          label="When the last try has passed"
          choices={choices}
          value={rule.finalAction}
        />
        <TextField
          path="reminderDays"
          label="Remind who pays by hand"
          hint="Days after the due date; 0 is that day, -3 three days before. Empty: nobody is reminded."
          value={daysText(rule.reminderDays)}
        />
      </div>
    </SavingForm>
  );
}

function isFinalAction(text: string): text is FinalAction {
  return text in finalActions;
}

function noDays(path: string): FieldFault {
  return { path, message: "must be whole numbers with commas between" };
}
