import { faultOf } from "@quittance/client/faultOf.ts";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DecimalField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import type { ReactNode } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { LateFeeRuleCardQuery } from "../gql/graphql.ts";
import type { Place } from "../rules/places.ts";
import { amountsOf, amountsText } from "./moneyLists.ts";

const SetLateFeeRule = graphql(`
  mutation SetLateFeeRule($input: SetLateFeeRuleInput!) {
    setLateFeeRule(input: $input) {
      __typename
      ... on LateFeeRuleSet {
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

type Rule = LateFeeRuleCardQuery["lateFeeRules"][number];

const lists = ["fixed", "least", "most"] as const;

/** Sets which late fees are made, at one place. */
export function LateFeeRuleForm(props: { place: Place; rule?: Rule | undefined; beside?: ReactNode }) {
  const { place, rule, beside } = props;
  const [, set] = useMutation(SetLateFeeRule);
  const save = async (values: FormValues): Promise<Came> => {
    const typed = lists.map((path) => ({ path, amounts: amountsOf(values.text(path)) }));
    const unread = typed.filter(({ amounts }) => !amounts);
    if (unread.length > 0) return { faults: unread.map(({ path }) => noAmounts(path)) };
    const amounts = merged(typed);
    const { data, error } = await set(
      {
        input: {
          ...place,
          // What is no whole number is refused like one that is too small.
          firstDays: values.whole("firstDays") ?? -1,
          everyDays: values.whole("everyDays") ?? -1,
          times: values.whole("times") ?? -1,
          percent: values.optional("percent"),
          amounts,
        },
      },
      { additionalTypenames: ["LateFeeRule"] },
    );
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." };
    switch (data.setLateFeeRule.__typename) {
      case "LateFeeRuleSet":
        return "saved";
      case "InvalidInput":
        return { faults: data.setLateFeeRule.fields.map((fault) => ofAField(fault, amounts)) };
    }
  };
  return (
    <SavingForm submit="Save late fees" save={save} beside={beside}>
      <div style={{ display: "grid", gap: 16 }}>
        <FieldPair>
          <WholeField
            path="firstDays"
            label="First fee after"
            hint="Days after the due date."
            required
            value={String(rule?.days?.first ?? 14)}
          />
          <WholeField
            path="everyDays"
            label="Then every"
            hint="Days from one fee to the next."
            required
            value={String(rule?.days?.every ?? 30)}
          />
        </FieldPair>
        <WholeField
          path="times"
          label="Fees at most"
          hint="0: no late fees."
          required
          value={String(rule ? (rule.days?.times ?? 0) : 1)}
        />
        <DecimalField
          path="percent"
          label="Part of what is still due"
          hint="Empty where the fee is a fixed amount."
          suffix="%"
          value={rule?.percent ?? ""}
        />
        <FieldPair>
          <TextField
            path="least"
            label="At least"
            hint="Of a percentage, in each currency."
            value={amountsText(rule?.amounts.map(({ least }) => least) ?? [])}
          />
          <TextField
            path="most"
            label="At most"
            hint="Of a percentage, in each currency."
            value={amountsText(rule?.amounts.map(({ most }) => most) ?? [])}
          />
        </FieldPair>
        <TextField
          path="fixed"
          label="Fixed fee"
          hint="In each currency: EUR 10, USD 12.50."
          value={amountsText(rule?.amounts.map(({ fixed }) => fixed) ?? [])}
        />
      </div>
    </SavingForm>
  );
}

function merged(
  typed: readonly { path: (typeof lists)[number]; amounts: Map<string, string> | undefined }[],
) {
  const currencies = new Set(typed.flatMap(({ amounts }) => [...(amounts?.keys() ?? [])]));
  return [...currencies].map((currency) => ({
    currency,
    ...Object.fromEntries(typed.map(({ path, amounts }) => [path, amounts?.get(currency) ?? null])),
  }));
}

/** The server names the row of a currency; here each kind of amount is one field for all of them. */
function ofAField({ path, message }: FieldFault, amounts: readonly { currency: string }[]): FieldFault {
  const [, row, field] = /^amounts\[(\d+)\]\.(fixed|least|most)$/.exec(path) ?? [];
  if (field) return { path: field, message: `${amounts[Number(row)]?.currency ?? ""}: ${message}` };
  return { path: path === "amounts" ? "fixed" : path, message };
}

function noAmounts(path: string): FieldFault {
  return { path, message: "must be amounts with their currencies, each once, with commas between" };
}
