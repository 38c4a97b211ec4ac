import { Button } from "@mantine/core";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { ChangeTiming } from "../gql/graphql.ts";
import { labelOf } from "./planTerms.ts";

const OtherPlans = graphql(`
  query OtherPlans {
    plans(first: 100, archived: false) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const SetPlanChangeRule = graphql(`
  mutation SetPlanChangeRule($input: SetPlanChangeRuleInput!) {
    setPlanChangeRule(input: $input) {
      __typename
      ... on PlanChangeRuleSet {
        plan {
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

const timings: readonly { value: ChangeTiming; label: string }[] = [
  { value: "NOW", label: "At once" },
  { value: "TERM_END", label: "At the end of the term" },
];

type Rule = { timing: ChangeTiming; toPlan: { id: string; name: string } };
type Props = { plan: { id: string; name: string; changeRules: readonly Rule[] } };

/** When changes from a plan to others take effect. */
export function ChangeRulesSection({ plan }: Props) {
  const mayWrite = useMay("CATALOG_WRITE");
  const [editing, setEditing] = useState<Partial<Rule>>();
  return (
    <Section
      title="Changes to other plans"
      action={
        mayWrite && (
          <Button variant="default" size="compact-md" onClick={() => setEditing({})}>
            Add a rule
          </Button>
        )
      }
    >
      {plan.changeRules.length === 0 ? (
        <p>
          No rule yet: whoever changes the plan chooses whether it takes effect at once or at the end of the
          term.
        </p>
      ) : (
        <RowTable
          bare
          label="Changes to other plans"
          rows={plan.changeRules}
          rowKey={({ toPlan }) => toPlan.id}
          href={({ toPlan }) => `/plans/${toPlan.id}`}
          columns={[
            { header: "To", cell: ({ toPlan }) => toPlan.name },
            { header: "Takes effect", card: "beside", cell: ({ timing }) => labelOf(timings, timing) },
          ]}
          {...(mayWrite && {
            action: (rule: Rule) => (
              <Button variant="subtle" size="compact-sm" onClick={() => setEditing(rule)}>
                Change
              </Button>
            ),
          })}
        />
      )}
      {editing && <RuleDialog plan={plan} rule={editing} onClose={() => setEditing(undefined)} />}
    </Section>
  );
}

type DialogProps = Props & { rule: Partial<Rule>; onClose: () => void };

function RuleDialog({ plan, rule: { toPlan, timing }, onClose }: DialogProps) {
  const [{ data: others }] = useQuery({ query: OtherPlans });
  const [, set] = useMutation(SetPlanChangeRule);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const plans = others?.plans.edges.map(({ node }) => node).filter(({ id }) => id !== plan.id) ?? [];
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const chosen = values.text("timing");
    const { data, error } = await set({
      input: {
        fromPlanId: plan.id,
        toPlanId: toPlan?.id ?? values.text("toPlanId"),
        timing: chosen === "" ? null : (chosen as ChangeTiming),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.setPlanChangeRule.__typename) {
      case "PlanChangeRuleSet":
        return onClose();
      case "InvalidInput":
        return setFaults(data.setPlanChangeRule.fields);
    }
  };
  const title = toPlan ? `From ${plan.name} to ${toPlan.name}` : `Changes from ${plan.name}`;
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form submit="Save rule" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        {!toPlan && (
          <SelectField
            path="toPlanId"
            label="To plan"
            required
            choices={plans.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <SelectField
          path="timing"
          label="Takes effect"
          required={!toPlan}
          choices={
            toPlan ? [...timings, { value: "", label: "No rule: whoever changes it chooses" }] : timings
          }
          {...(timing && { value: timing })}
        />
      </Form>
    </Dialog>
  );
}
