import { AddressText } from "@quittance/shared/documents/AddressText.tsx";
import { Day, Moment, dayText } from "@quittance/ui/Day.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { paymentKinds } from "./paymentKinds.ts";

const CustomerFactsFields = graphql(`
  fragment CustomerFacts on Customer {
    id
    email
    phone
    invoiceRecipients
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
    startsOn
    endsOn
    contractType
    salespeople
    invoiceNote
    purchaseOrder
    information
    createdAt
    billingAddress {
      ...AddressText
    }
    shippingAddress {
      ...AddressText
    }
    billingGroups {
      id
      name
    }
  }
`);

/** Who the customer is and how it is billed. */
export function CustomerFacts({ customer }: { customer: FragmentType<typeof CustomerFactsFields> }) {
  const of = getFragmentData(CustomerFactsFields, customer);
  return (
    <>
      <Section title="Details">
        <Facts
          facts={[
            { label: "Email, gets the invoices", value: of.email ?? "None: nothing is mailed" },
            { label: "Also get the invoices", value: of.invoiceRecipients.join(", ") },
            { label: "Phone", value: of.phone },
            {
              label: "Billing address",
              value: of.billingAddress && <AddressText address={of.billingAddress} />,
            },
            {
              label: "Shipping address",
              value: of.shippingAddress && <AddressText address={of.shippingAddress} />,
            },
            { label: "Tax ID", value: of.taxId },
            { label: "Tax exemption", value: of.taxExemption && exemptionText(of.taxExemption) },
          ]}
        />
      </Section>
      <Section title="Billing">
        <Facts
          facts={[
            { label: "Pays", value: `${paymentKinds[of.paymentKind]}, within ${of.dueDays} days` },
            { label: "Currency", value: of.currency },
            { label: "Language", value: of.locale },
            { label: "Time zone", value: of.timeZone },
            { label: "Billing groups", value: of.billingGroups.map(({ name }) => name).join(", ") },
            { label: "Billed from", value: of.startsOn && <Day value={of.startsOn} /> },
            { label: "Billed until before", value: of.endsOn && <Day value={of.endsOn} /> },
            { label: "Contract", value: of.contractType },
            { label: "Salespeople", value: of.salespeople.join(", ") },
            { label: "Order number on invoices", value: of.purchaseOrder },
            { label: "Note on invoices", value: of.invoiceNote },
            { label: "Further information", value: of.information },
            { label: "Added", value: <Moment value={of.createdAt} /> },
          ]}
        />
      </Section>
    </>
  );
}

type Exemption = {
  reason: string;
  certificateNumber: string | null;
  validFrom: string | null;
  validThrough: string | null;
};

/** The reason, the certificate and the days on which it holds. */
function exemptionText({ reason, certificateNumber, validFrom, validThrough }: Exemption): string {
  return [
    reason,
    certificateNumber && `certificate ${certificateNumber}`,
    validFrom && `from ${dayText(validFrom)}`,
    validThrough && `until ${dayText(validThrough)}`,
  ]
    .filter(Boolean)
    .join(", ");
}
