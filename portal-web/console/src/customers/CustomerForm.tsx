import { AddressFields, type PostalAddress } from "@quittance/ui/AddressFields.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import {
  CheckboxField,
  DayField,
  SelectField,
  TextAreaField,
  TextField,
  WholeField,
} from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { Section } from "@quittance/ui/Thing.tsx";
import { Switch } from "@mantine/core";
import { useState, type ReactNode } from "react";
import type { PaymentKind } from "../gql/graphql.ts";
import { currencies, timeZones } from "../app/suggestions.ts";
import { paymentKinds } from "./paymentKinds.ts";

const kinds = (Object.keys(paymentKinds) as PaymentKind[]).map((value) => ({
  value,
  label: paymentKinds[value],
}));

type KnownExemption = {
  reason: string;
  certificateNumber?: string | null;
  validFrom?: string | null;
  validThrough?: string | null;
};

type Known = {
  name: string;
  externalId?: string | null;
  email?: string | null;
  phone?: string | null;
  invoiceRecipients: readonly string[];
  billingAddress?: PostalAddress | null;
  shippingAddress?: PostalAddress | null;
  taxId?: string | null;
  taxExemption?: KnownExemption | null;
  paymentKind: PaymentKind;
  dueDays: number;
  currency: string;
  locale: string;
  timeZone?: string | null;
  active: boolean;
  startsOn?: string | null;
  endsOn?: string | null;
  contractType?: string | null;
  salespeople: readonly string[];
  invoiceNote?: string | null;
  purchaseOrder?: string | null;
  information?: string | null;
};

type Props = {
  customer?: Known;
  submit: string;
  onSubmit: (values: FormValues) => Promise<unknown>;
  faults: readonly FieldFault[] | undefined;
  refusal: ReactNode;
  /** Fields that only a new customer has. */
  children?: ReactNode;
};

/** All that is kept of a customer, for adding and for changing one. */
export function CustomerForm({ customer, submit, onSubmit, faults, refusal, children }: Props) {
  const [ships, setShips] = useState(Boolean(customer?.shippingAddress));
  return (
    <Form submit={submit} onSubmit={onSubmit} {...(faults && { faults })} refusal={refusal}>
      <Section title="Company and contact">
        <Stack>
          <FieldPair>
            <TextField path="name" label="Company" required value={customer?.name} />
            <TextField path="externalId" label="External id" value={customer?.externalId} />
          </FieldPair>
          <FieldPair>
            <TextField
              path="email"
              label="Email"
              type="email"
              hint="Gets the invoices."
              value={customer?.email}
            />
            <TextField path="phone" label="Phone" type="tel" value={customer?.phone} />
          </FieldPair>
          <TextAreaField
            path="invoiceRecipients"
            label="Additional addresses that get the invoices"
            hint="One per line."
            value={customer?.invoiceRecipients.join("\n")}
          />
          {children}
        </Stack>
      </Section>
      <Section title="Addresses">
        <Stack>
          <AddressFields path="billingAddress" title="Billing address" address={customer?.billingAddress} />
          <Switch
            label="Ships to another address"
            checked={ships}
            onChange={(event) => setShips(event.currentTarget.checked)}
          />
          {ships && (
            <AddressFields
              path="shippingAddress"
              title="Shipping address"
              address={customer?.shippingAddress}
            />
          )}
        </Stack>
      </Section>
      <Section title="Billing">
        <Stack>
          <FieldPair>
            <SelectField
              path="paymentKind"
              label="Payment"
              required
              choices={kinds}
              value={customer?.paymentKind ?? "INVOICE"}
            />
            <WholeField
              path="dueDays"
              label="Due days"
              hint="From issue to due; left empty, the organisation's."
              value={customer && String(customer.dueDays)}
            />
          </FieldPair>
          <FieldPair>
            <TextField
              path="currency"
              label="Currency"
              maxLength={3}
              suggestions={currencies}
              hint="Left empty, the organisation's."
              value={customer?.currency}
            />
            <TextField
              path="locale"
              label="Language of documents"
              hint="Such as en or de-CH; left empty, English."
              value={customer?.locale}
            />
          </FieldPair>
          <FieldPair>
            <DayField path="startsOn" label="Start date" value={customer?.startsOn} />
            <DayField path="endsOn" label="End date" value={customer?.endsOn} />
          </FieldPair>
          <FieldPair>
            <TextField
              path="purchaseOrder"
              label="Order number on invoices"
              value={customer?.purchaseOrder}
            />
            <TextField
              path="timeZone"
              label="Time zone"
              suggestions={timeZones}
              hint="Left empty, the organisation's."
              value={customer?.timeZone}
            />
          </FieldPair>
          <TextAreaField path="invoiceNote" label="Note on invoices" value={customer?.invoiceNote} />
        </Stack>
      </Section>
      <Section title="Tax">
        <Stack>
          <TextField
            path="taxId"
            label="Tax ID"
            hint="A VAT ID of another member state lets the customer owe the tax (reverse charge)."
            value={customer?.taxId}
          />
          <FieldPair>
            <TextField
              path="taxExemption.reason"
              label="Reason for tax exemption"
              hint="Printed on invoices. Empty: tax is charged."
              value={customer?.taxExemption?.reason}
            />
            <TextField
              path="taxExemption.certificateNumber"
              label="Certificate number"
              value={customer?.taxExemption?.certificateNumber}
            />
          </FieldPair>
          <FieldPair>
            <DayField
              path="taxExemption.validFrom"
              label="Exempt from"
              value={customer?.taxExemption?.validFrom}
            />
            <DayField
              path="taxExemption.validThrough"
              label="Last day of the exemption"
              hint="Tax is charged again from the day after."
              value={customer?.taxExemption?.validThrough}
            />
          </FieldPair>
        </Stack>
      </Section>
      <Section title="Internal">
        <Stack>
          <FieldPair>
            <TextField path="contractType" label="Contract type" value={customer?.contractType} />
            <TextField
              path="salespeople"
              label="Salespeople"
              hint="Separated by commas."
              value={customer?.salespeople.join(", ")}
            />
          </FieldPair>
          <TextAreaField path="information" label="Further information" value={customer?.information} />
          {customer && (
            <CheckboxField
              path="active"
              label="Is active"
              hint="An inactive customer is billed but gets no mail."
              checked={customer.active}
            />
          )}
        </Stack>
      </Section>
    </Form>
  );
}

function Stack({ children }: { children: ReactNode }) {
  return <div style={{ display: "grid", gap: 16 }}>{children}</div>;
}
