import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLocation } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { graphql } from "../gql";
import type { EditCustomerQuery as Answer } from "../gql/graphql.ts";
import { CustomerForm } from "./CustomerForm.tsx";
import { enteredCustomer } from "./enteredCustomer.ts";

const EditCustomerQuery = graphql(`
  query EditCustomer($id: ID!) {
    customer(id: $id) {
      id
      name
      externalId
      email
      phone
      invoiceRecipients
      billingAddress {
        name
        line1
        line2
        city
        region
        postalCode
        country
      }
      shippingAddress {
        name
        line1
        line2
        city
        region
        postalCode
        country
      }
      taxId
      taxExemption {
        reason
        certificateNumber
        validFrom
        validThrough
      }
      paymentKind
      dueDays
      currency
      locale
      timeZone
      active
      startsOn
      endsOn
      contractType
      salespeople
      invoiceNote
      purchaseOrder
      information
    }
  }
`);

const UpdateCustomer = graphql(`
  mutation UpdateCustomer($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      __typename
      ... on CustomerUpdated {
        customer {
          id
          name
        }
      }
      ... on ExternalIdTaken {
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

/** Changes a customer. */
export default function EditCustomerPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: EditCustomerQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.customer === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The customer could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customer) return <LoadingThing label="Loading the customer" />;
  return <Editing customer={data.customer} />;
}

function Editing({ customer }: { customer: NonNullable<Answer["customer"]> }) {
  const [, update] = useMutation(UpdateCustomer);
  const [, navigate] = useLocation();
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await update({
      input: { id: customer.id, ...enteredCustomer(values), active: values.checked("active") },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.updateCustomer.__typename) {
      case "CustomerUpdated":
        return navigate(`/customers/${customer.id}`);
      case "ExternalIdTaken":
        return setRefusal(data.updateCustomer.message);
      case "InvalidInput":
        return setFaults(data.updateCustomer.fields);
    }
  };
  return (
    <div style={{ maxWidth: 800 }}>
      <PageTitle title={`Edit ${customer.name}`} note="Documents already posted keep what they showed." />
      <CustomerForm
        customer={customer}
        submit="Save customer"
        onSubmit={submit}
        faults={faults}
        refusal={refusal}
      />
    </div>
  );
}
