import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { ContactRole } from "../gql/graphql.ts";
import { contactRoleChoices } from "./contactRoles.ts";

const AddContact = graphql(`
  mutation AddContact($input: AddContactInput!) {
    addContact(input: $input) {
      __typename
      ... on ContactAdded {
        contact {
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

const UpdateContact = graphql(`
  mutation UpdateContact($input: UpdateContactInput!) {
    updateContact(input: $input) {
      __typename
      ... on ContactUpdated {
        contact {
          id
          name
          email
          phone
          role
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

type Contact = { id: string; name: string; email?: string | null; phone?: string | null; role: ContactRole };
type Props = { customerId: string; contact: Contact | undefined; onClose: () => void };

/** Adds a person to a customer, or changes one. */
export function ContactDialog({ customerId, contact, onClose }: Props) {
  const [, add] = useMutation(AddContact);
  const [, update] = useMutation(UpdateContact);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();

  const submit = async (values: FormValues) => {
    const entered = {
      name: values.text("name"),
      email: values.optional("email"),
      phone: values.optional("phone"),
      role: values.text("role") as ContactRole,
    };
    const { data, error } = contact
      ? await update({ input: { id: contact.id, ...entered } })
      : await add({ input: { customerId, ...entered } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    const answer = "addContact" in data ? data.addContact : data.updateContact;
    switch (answer.__typename) {
      case "ContactAdded":
      case "ContactUpdated":
        return onClose();
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={contact ? contact.name : "Add contact"}>
      <Form
        submit={contact ? "Save contact" : "Add contact"}
        onSubmit={submit}
        {...(faults && { faults })}
        refusal={refusal}
      >
        <TextField path="name" label="Name" required value={contact?.name} />
        <TextField path="email" label="Email" type="email" value={contact?.email} />
        <TextField path="phone" label="Phone" type="tel" value={contact?.phone} />
        <SelectField
          path="role"
          label="Role"
          required
          choices={contactRoleChoices}
          value={contact?.role ?? "BILLING"}
          hint="A customer has one primary contact; a new one makes the present one read and pay."
        />
      </Form>
    </Dialog>
  );
}
