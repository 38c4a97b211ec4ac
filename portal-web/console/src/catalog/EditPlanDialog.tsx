import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextAreaField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import { enteredTerms, type PlanTerms } from "./planTerms.ts";
import { enteredQuantity, QuantityFields, type QuantityLimits } from "./QuantityFields.tsx";
import { TermsFields } from "./TermsFields.tsx";

const UpdatePlan = graphql(`
  mutation UpdatePlan($input: UpdatePlanInput!) {
    updatePlan(input: $input) {
      __typename
      ... on PlanUpdated {
        plan {
          id
          name
        }
      }
      ... on PlanNameTaken {
        message
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

type Plan = {
  id: string;
  name: string;
  description?: string | null;
  terms: PlanTerms;
  quantity: QuantityLimits;
};

/** Changes what a plan is called, in which quantities it is sold, and how its subscriptions run. */
export function EditPlanDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const [, update] = useMutation(UpdatePlan);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await update({
      input: {
        id: plan.id,
        name: values.text("name"),
        description: values.optional("description"),
        quantity: enteredQuantity(values),
        terms: enteredTerms(values),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.updatePlan.__typename) {
      case "PlanUpdated":
        return onClose();
      case "PlanNameTaken":
        return setRefusal(data.updatePlan.message);
      case "InvalidInput":
        return setFaults(data.updatePlan.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Edit ${plan.name}`} wide>
      <Form submit="Save plan" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <TextField path="name" label="Name" required value={plan.name} />
        <TextAreaField path="description" label="Description" value={plan.description} />
        <QuantityFields limits={plan.quantity} />
        <TermsFields terms={plan.terms} />
      </Form>
    </Dialog>
  );
}
