import type { FieldFault } from "@quittance/ui/faults.ts";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import type { EnteredLineInput, InvoiceEntryInput } from "../gql/graphql.ts";

/** What the fields of LineFields hold, as the server takes it. */
export function enteredLines(values: FormValues, count: number, currency: string): EnteredLineInput[] {
  return Array.from({ length: count }, (_, i) => {
    const field = (name: string) => values.text(`lines[${i}].${name}`);
    const discount = field("discountAmount");
    return {
      description: field("description"),
      quantity: field("quantity") || "1",
      unitPrice: field("unitPrice") || "0",
      taxCategoryId: field("taxCategoryId") || null,
      serviceFrom: field("serviceFrom") || null,
      serviceUntil: field("serviceUntil") || null,
      discountPercent: field("discountPercent") || null,
      ...(discount && { discountAmount: { amount: discount, currency } }),
    };
  });
}

/** What the fields of DraftForm hold, as the server takes it. */
export function enteredInvoice(values: FormValues, count: number, customerId: string): InvoiceEntryInput {
  const currency = values.text("currency").toUpperCase();
  const discount = values.text("discountAmount");
  return {
    customerId,
    currency,
    taxInclusive: values.checked("taxInclusive"),
    lines: enteredLines(values, count, currency),
    discountPercent: values.optional("discountPercent"),
    ...(discount && { discountAmount: { amount: discount, currency } }),
    dueDays: values.whole("dueDays"),
    note: values.optional("note"),
    purchaseOrder: values.optional("purchaseOrder"),
  };
}

/** The same, ready to be added up while it is still being typed. */
export function sketched(entry: InvoiceEntryInput): InvoiceEntryInput {
  return { ...entry, lines: entry.lines.map((line) => ({ ...line, description: line.description || "…" })) };
}

/** Faults by the paths of the fields: the entry is a part of what is sent. */
export function ofEntry(faults: readonly FieldFault[]): FieldFault[] {
  return faults.map(({ path, message }) => ({ path: path.replace(/^entry\./, ""), message }));
}
