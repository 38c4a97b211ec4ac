import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextField } from "@quittance/ui/fields.tsx";
import { FieldPair } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useState, type ReactNode } from "react";
import { useMutation } from "urql";
import { Link, useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import { CustomerForm } from "./CustomerForm.tsx";
import { enteredCustomer } from "./enteredCustomer.ts";

const CreateCustomer = graphql(`
  mutation CreateCustomer($input: CreateCustomerInput!) {
    createCustomer(input: $input) {
      __typename
      ... on CustomerCreated {
        customer {
          id
        }
      }
      ... on ExternalIdTaken {
        message
        customer {
          id
          name
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

/** Adds a customer by hand. */
export default function NewCustomerPage() {
  const [, create] = useMutation(CreateCustomer);
  const [, navigate] = useLocation();
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<ReactNode>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const contact = values.text("contact.name");
    const { data, error } = await create({
      input: {
        ...enteredCustomer(values),
        ...(contact && {
          contact: { name: contact, email: values.optional("contact.email"), phone: null },
        }),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.createCustomer.__typename) {
      case "CustomerCreated":
        return navigate(`/customers/${data.createCustomer.customer.id}`);
      case "ExternalIdTaken":
        return setRefusal(
          <>
            {data.createCustomer.message}{" "}
            <Link href={`/customers/${data.createCustomer.customer.id}`}>
              {data.createCustomer.customer.name}
            </Link>
          </>,
        );
      case "InvalidInput":
        return setFaults(data.createCustomer.fields);
    }
  };
  return (
    <div style={{ maxWidth: 800 }}>
      <PageTitle title="Add customer" />
      <CustomerForm submit="Add customer" onSubmit={submit} faults={faults} refusal={refusal}>
        <FieldPair>
          <TextField path="contact.name" label="Contact name" hint="The primary contact." />
          <TextField path="contact.email" label="Contact email" type="email" />
        </FieldPair>
      </CustomerForm>
    </div>
  );
}
