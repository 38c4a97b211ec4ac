import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { Permission } from "../gql/graphql.ts";
import type { ClientSecret } from "./SecretDialog.tsx";

const CreateApiClient = graphql(`
  mutation CreateApiClient($input: CreateApiClientInput!) {
    createApiClient(input: $input) {
      __typename
      ... on ApiClientCreated {
        clientSecret
        apiClient {
          id
          clientId
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

const scopes: readonly { scope: Permission; label: string }[] = [
  { scope: "CUSTOMER_READ", label: "Read customers" },
  { scope: "CUSTOMER_WRITE", label: "Change customers" },
  { scope: "CATALOG_READ", label: "Read products and plans" },
  { scope: "CATALOG_WRITE", label: "Change products and plans" },
  { scope: "SUBSCRIPTION_READ", label: "Read subscriptions" },
  { scope: "SUBSCRIPTION_WRITE", label: "Start and cancel subscriptions" },
  { scope: "INVOICE_READ", label: "Read invoices" },
  { scope: "INVOICE_WRITE", label: "Mail invoices" },
  { scope: "PAYMENT_READ", label: "Read payments" },
  { scope: "PAYMENT_WRITE", label: "Confirm payments" },
  { scope: "BILLING_READ", label: "Read bill runs" },
  { scope: "BILLING_RUN", label: "Start bill runs" },
  { scope: "IMPORT", label: "Import customers" },
  { scope: "REPORT_READ", label: "Read figures and the books" },
  { scope: "BOOKS_CLOSE", label: "Close months" },
  { scope: "OPERATIONS_READ", label: "Read parked deliveries" },
  { scope: "OPERATIONS_WRITE", label: "Retry and drop parked deliveries" },
];

type Props = { onClose: () => void; onCreated: (secret: ClientSecret) => void };

/** Registers a program of a third party. */
export function ApiClientDialog({ onClose, onCreated }: Props) {
  const [, create] = useMutation(CreateApiClient);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await create({
      input: { name: values.text("name"), scopes: values.all("scopes") as Permission[] },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    const answer = data.createApiClient;
    switch (answer.__typename) {
      case "ApiClientCreated":
        return onCreated({ clientId: answer.apiClient.clientId, clientSecret: answer.clientSecret });
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Add API client">
      <Form submit="Add API client" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <TextField path="name" label="Name" required hint="The program, and whose it is." />
        <fieldset style={{ border: 0, margin: 0, padding: 0, display: "grid", gap: 12 }}>
          <legend style={{ padding: 0, marginBottom: 8, fontWeight: 600 }}>What it may do</legend>
          {scopes.map(({ scope, label }) => (
            <CheckboxField key={scope} path="scopes" value={scope} label={label} />
          ))}
        </fieldset>
      </Form>
    </Dialog>
  );
}
