import { addressOf } from "@quittance/ui/AddressFields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import type { PaymentKind } from "../gql/graphql.ts";

/** The exemption, or null where none of its fields is filled in. */
function exemptionOf(values: FormValues) {
  const exemption = {
    reason: values.text("taxExemption.reason"),
    certificateNumber: values.optional("taxExemption.certificateNumber"),
    validFrom: values.optional("taxExemption.validFrom"),
    validThrough: values.optional("taxExemption.validThrough"),
  };
  return Object.values(exemption).some(Boolean) ? exemption : null;
}

/** What the fields of CustomerForm hold, as both mutations take it. */
export function enteredCustomer(values: FormValues) {
  const dueDays = values.whole("dueDays");
  const currency = values.text("currency").toUpperCase();
  const locale = values.text("locale");
  return {
    name: values.text("name"),
    externalId: values.optional("externalId"),
    email: values.optional("email"),
    phone: values.optional("phone"),
    invoiceRecipients: values.all("invoiceRecipients"),
    billingAddress: addressOf(values, "billingAddress"),
    shippingAddress: addressOf(values, "shippingAddress"),
    taxId: values.optional("taxId"),
    taxExemption: exemptionOf(values),
    paymentKind: values.text("paymentKind") as PaymentKind,
    startsOn: values.optional("startsOn"),
    endsOn: values.optional("endsOn"),
    timeZone: values.optional("timeZone"),
    contractType: values.optional("contractType"),
    salespeople: values.all("salespeople"),
    invoiceNote: values.optional("invoiceNote"),
    purchaseOrder: values.optional("purchaseOrder"),
    information: values.optional("information"),
    ...(dueDays !== null && { dueDays }),
    ...(currency && { currency }),
    ...(locale && { locale }),
  };
}
