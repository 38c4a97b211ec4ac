import { Button } from "@mantine/core";
import { AddressText } from "@quittance/shared/documents/AddressText.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { PaymentKind } from "../gql/graphql.ts";

const MyDetailsDialog = lazy(() => import("./MyDetailsDialog.tsx"));

const MyDetailsCardFields = graphql(`
  fragment MyDetailsCard on Customer {
    id
    name
    email
    phone
    taxId
    paymentKind
    dueDays
    billingAddress {
      ...AddressText
    }
    shippingAddress {
      ...AddressText
    }
  }
`);

const paymentKinds: Record<PaymentKind, string> = {
  FREE: "Free of charge",
  INVOICE: "Bank transfer, cheque or cash",
  CARD: "Card",
};

function paymentText(kind: PaymentKind, days: number): string {
  if (kind === "FREE") return paymentKinds.FREE;
  if (days === 0) return `${paymentKinds[kind]}, at once`;
  return `${paymentKinds[kind]}, within ${days === 1 ? "a day" : `${days} days`}`;
}

/** What the organisation knows of the customer, with the way to change it. */
export function MyDetailsCard({ customer }: { customer: FragmentType<typeof MyDetailsCardFields> }) {
  const of = getFragmentData(MyDetailsCardFields, customer);
  const mayChange = useMay("CONTACT_BILLING");
  const [editing, setEditing] = useState(false);
  return (
    <Section
      title="My details"
      action={
        mayChange && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            Edit
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { label: "Name", value: of.name },
          { label: "Email", value: of.email },
          { label: "Phone", value: of.phone },
          { label: "Tax ID", value: of.taxId },
          {
            label: "Billing address",
            value: of.billingAddress && <AddressText address={of.billingAddress} />,
          },
          {
            label: "Shipping address",
            value: of.shippingAddress && <AddressText address={of.shippingAddress} />,
          },
          { label: "Payment", value: paymentText(of.paymentKind, of.dueDays) },
          { label: "Payment methods", value: <Link href="/account/payment-methods">View or change</Link> },
        ]}
      />
      {editing && (
        <Suspense>
          <MyDetailsDialog onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </Section>
  );
}
