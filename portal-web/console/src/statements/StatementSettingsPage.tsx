import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { CheckboxField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";

const StatementSettingsPageQuery = graphql(`
  query StatementSettingsPage {
    statementSettings {
      monthly
    }
  }
`);

const UpdateStatementSettings = graphql(`
  mutation UpdateStatementSettings($input: UpdateStatementSettingsInput!) {
    updateStatementSettings(input: $input) {
      __typename
      ... on StatementSettingsUpdated {
        settings {
          monthly
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

/** Whether statements of account are mailed each month. */
export default function StatementSettingsPage() {
  const [{ data, error }, ask] = useQuery({ query: StatementSettingsPageQuery });
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle title="Statements" note="What customers owe and paid, month by month." />
      {error && !data && (
        <Failure
          what="The settings could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={3} />}
      {data && <SettingsForm monthly={data.statementSettings.monthly} />}
    </div>
  );
}

function SettingsForm({ monthly }: { monthly: boolean }) {
  const [, update] = useMutation(UpdateStatementSettings);
  const save = async (values: FormValues): Promise<Came> => {
    const { data, error } = await update({ input: { monthly: values.checked("monthly") } });
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." };
    switch (data.updateStatementSettings.__typename) {
      case "StatementSettingsUpdated":
        return "saved";
      case "InvalidInput":
        return { faults: data.updateStatementSettings.fields };
    }
  };
  return (
    <SavingForm submit="Save statement settings" save={save}>
      <Section title="By mail">
        <CheckboxField
          path="monthly"
          label="Mail each customer the statement of the month"
          hint="On the first of the next month, if anything happened or is owed. Each customer can be set apart."
          checked={monthly}
        />
      </Section>
    </SavingForm>
  );
}
