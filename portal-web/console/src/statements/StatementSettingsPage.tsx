import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Saved } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
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
  const [answer, setAnswer] = useState<{ faults?: readonly FieldFault[]; refusal?: string; saved?: boolean }>(
    {},
  );
  const submit = async (values: FormValues) => {
    setAnswer({});
    const { data, error } = await update({ input: { monthly: values.checked("monthly") } });
    if (!data)
      return setAnswer({ refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." });
    switch (data.updateStatementSettings.__typename) {
      case "StatementSettingsUpdated":
        return setAnswer({ saved: true });
      case "InvalidInput":
        return setAnswer({ faults: data.updateStatementSettings.fields });
    }
  };
  return (
    <Form
      submit="Save statement settings"
      onSubmit={submit}
      {...(answer.faults && { faults: answer.faults })}
      refusal={answer.refusal}
      beside={answer.saved && <Saved />}
    >
      <Section title="By mail">
        <CheckboxField
          path="monthly"
          label="Mail each customer the statement of the month"
          hint="On the first of the next month, if anything happened or is owed. Each customer can be set apart."
          checked={monthly}
        />
      </Section>
    </Form>
  );
}
