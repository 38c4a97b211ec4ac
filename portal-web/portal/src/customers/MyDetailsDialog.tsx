import { AddressFields, addressOf } from "@quittance/ui/AddressFields.tsx";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextField } from "@quittance/ui/fields.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { useAnnounce } from "@quittance/ui/Announcer.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { MyDetailsQuery as Answer } from "../gql/graphql.ts";

const MyDetailsQuery = graphql(`
  query MyDetails {
    viewer {
      id
      customer {
        id
        name
        email
        phone
        taxId
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
      }
    }
  }
`);

const UpdateMyDetails = graphql(`
  mutation UpdateMyDetails($input: UpdateMyDetailsInput!) {
    updateMyDetails(input: $input) {
      __typename
      ... on MyDetailsUpdated {
        customer {
          id
          name
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

type Customer = NonNullable<NonNullable<Answer["viewer"]>["customer"]>;

/** Changes the customer's own details. Documents already issued keep what they showed. */
export default function MyDetailsDialog({ onClose }: { onClose: () => void }) {
  const [{ data, error }, ask] = useQuery({ query: MyDetailsQuery });
  const customer = data?.viewer?.customer;
  return (
    <Dialog opened onClose={onClose} title="My details" wide>
      {error && !customer && (
        <Failure
          what="Your details could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!customer && !error && <LoadingCard lines={8} />}
      {customer && <DetailsForm customer={customer} onDone={onClose} />}
    </Dialog>
  );
}

type Answered = { faults?: readonly FieldFault[]; refusal?: string };

function DetailsForm({ customer, onDone }: { customer: Customer; onDone: () => void }) {
  const [, update] = useMutation(UpdateMyDetails);
  const [answer, setAnswer] = useState<Answered>({});
  const announce = useAnnounce();
  const submit = async (values: FormValues) => {
    const { data, error } = await update({
      input: {
        name: values.text("name"),
        email: values.optional("email"),
        phone: values.optional("phone"),
        taxId: values.optional("taxId"),
        billingAddress: addressOf(values, "billingAddress"),
        shippingAddress: addressOf(values, "shippingAddress"),
      },
    });
    if (!data)
      return setAnswer({ refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." });
    switch (data.updateMyDetails.__typename) {
      case "MyDetailsUpdated":
        announce("Your details are saved.");
        return onDone();
      case "SwitchedOff":
        return setAnswer({ refusal: data.updateMyDetails.message });
      case "InvalidInput":
        return setAnswer({ faults: data.updateMyDetails.fields });
    }
  };
  return (
    <Form
      submit="Save details"
      onSubmit={submit}
      {...(answer.faults && { faults: answer.faults })}
      refusal={answer.refusal}
    >
      <TextField path="name" label="Name" required value={customer.name} autoComplete="organization" />
      <FieldPair>
        <TextField
          path="email"
          label="Email"
          type="email"
          value={customer.email}
          hint="Invoices are mailed here."
        />
        <TextField path="phone" label="Phone" type="tel" value={customer.phone} />
      </FieldPair>
      <TextField path="taxId" label="Tax ID" value={customer.taxId} />
      <AddressFields path="billingAddress" title="Billing address" address={customer.billingAddress} />
      <AddressFields path="shippingAddress" title="Shipping address" address={customer.shippingAddress} />
    </Form>
  );
}
