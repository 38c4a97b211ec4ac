import type { FieldFault } from "@quittance/ui/faults.ts";
import { DecimalField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const TotalsFormFields = graphql(`
  fragment TotalsForm on TakeOver {
    id
    figures {
      currency
      statedOwed {
        amount
      }
      statedCredit {
        amount
      }
    }
  }
`);

const StateTakeOverTotals = graphql(`
  mutation StateTakeOverTotals($input: StateTakeOverTotalsInput!) {
    stateTakeOverTotals(input: $input) {
      __typename
      ... on TakeOverTotalsStated {
        takeOver {
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

/** What the former system says it adds up to, to be compared with the file. */
export function TotalsForm({ of }: { of: FragmentType<typeof TotalsFormFields> }) {
  const { id, figures } = getFragmentData(TotalsFormFields, of);
  const [, state] = useMutation(StateTakeOverTotals);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await state({
      input: {
        id,
        totals: figures.map(({ currency }, i) => ({
          currency,
          owed: values.text(`totals[${i}].owed`) || null,
          credit: values.text(`totals[${i}].credit`) || null,
        })),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.stateTakeOverTotals.__typename) {
      case "TakeOverTotalsStated":
        return;
      case "InvalidInput":
        return setFaults(data.stateTakeOverTotals.fields);
    }
  };
  if (figures.length === 0) return null;
  return (
    <Section title="What the former system says">
      <Form submit="Compare" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        {figures.map(({ currency, statedOwed, statedCredit }, i) => (
          <FieldPair key={currency}>
            <DecimalField
              path={`totals[${i}].owed`}
              label={`Owed by customers in ${currency}`}
              suffix={currency}
              value={statedOwed?.amount ?? ""}
            />
            <DecimalField
              path={`totals[${i}].credit`}
              label={`Credits of customers in ${currency}`}
              suffix={currency}
              value={statedCredit?.amount ?? ""}
            />
          </FieldPair>
        ))}
      </Form>
    </Section>
  );
}
