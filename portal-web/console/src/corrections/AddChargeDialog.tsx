import { Button, Checkbox, NativeSelect, Radio, TextInput } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { moneyText } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Sum } from "@quittance/ui/Sum.tsx";
import totals from "../drafts/DraftTotals.module.css";
import { graphql } from "../gql";
import type { BillAdjustment, PreviewAddChargeInput } from "../gql/graphql.ts";
import styles from "./CreditDialog.module.css";
import { useRested } from "@quittance/ui/useRested.ts";

const ChargeTaxes = graphql(`
  query ChargeTaxes {
    taxCategories {
      id
      name
    }
  }
`);

const PreviewAddCharge = graphql(`
  query PreviewAddCharge($input: PreviewAddChargeInput!) {
    previewAddCharge(input: $input) {
      __typename
      ... on AdjustmentPreview {
        token
        net {
          amount
          currency
        }
        rounding {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        total {
          amount
          currency
        }
        before {
          amount
          currency
        }
        after {
          amount
          currency
        }
      }
      ... on MoreThanLeft {
        message
      }
      ... on InvoiceVoid {
        message
      }
      ... on InvoiceWrittenOff {
        message
      }
      ... on InvoiceTakenOver {
        message
      }
      ... on Unbillable {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const AddCharge = graphql(`
  mutation AddCharge($input: AddChargeInput!) {
    addCharge(input: $input) {
      __typename
      ... on BillAdjusted {
        bill {
          id
          status
        }
        supplement {
          id
        }
        creditNote {
          id
        }
      }
      ... on AdjustmentQuoteStale {
        message
      }
      ... on MoreThanLeft {
        message
      }
      ... on InvoiceVoid {
        message
      }
      ... on InvoiceWrittenOff {
        message
      }
      ... on InvoiceTakenOver {
        message
      }
      ... on Unbillable {
        message
      }
      ... on MonthClosed {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Props = {
  invoice: { id: string; number?: string | null | undefined };
  currency: string;
  /** Whether something of the bill is left to give a discount on. */
  discountable: boolean;
  onClose: () => void;
};

/** Adjusts a bill by an additional charge or a discount; shows the bill's total before and after. */
export function AddChargeDialog({ invoice, currency, discountable, onClose }: Props) {
  const [{ data: taxes }] = useQuery({ query: ChargeTaxes });
  const [kind, setKind] = useState<BillAdjustment>("CHARGE");
  const [description, setDescription] = useState("");
  const [amount, setAmount] = useState("");
  const [category, setCategory] = useState<string>();
  const [mail, setMail] = useState(true);
  const [key, setKey] = useState(newKey);
  const [refusal, setRefusal] = useState<string>();
  const [{ fetching: sending }, add] = useMutation(AddCharge);
  const categories = taxes?.taxCategories ?? [];
  const chosen = category ?? categories[0]?.id ?? "";
  const taxCategoryId = kind === "CHARGE" && chosen !== "" ? chosen : null;
  const wanted: PreviewAddChargeInput = {
    invoiceId: invoice.id,
    kind,
    description: description.trim(),
    amount: { amount: amount.trim() || "0", currency },
    taxCategoryId,
  };
  const rested = useRested(wanted);
  // What is shown is of what stands in the form, not of what stood there a moment ago.
  const current = JSON.stringify(rested) === JSON.stringify(wanted);
  const ready = amount.trim() !== "";
  const [{ data, error, fetching }, ask] = useQuery({
    query: PreviewAddCharge,
    variables: { input: { ...rested, description: rested.description || "…" } },
    pause: rested.amount.amount === "0",
    requestPolicy: "network-only",
  });
  const preview = ready ? data?.previewAddCharge : undefined;
  const shown = preview?.__typename === "AdjustmentPreview" ? preview : undefined;
  const fault =
    refusal ??
    (preview && preview.__typename !== "AdjustmentPreview" ? preview.message : undefined) ??
    (error && ready ? (faultOf(error).reason ?? "The amounts could not be computed.") : undefined);

  const act = async () => {
    setRefusal(undefined);
    const { data, error } = await add({
      input: { ...wanted, mail, ...(shown && { quoteToken: shown.token }), idempotencyKey: key },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const result = data.addCharge;
    switch (result.__typename) {
      case "BillAdjusted":
        return onClose();
      case "AdjustmentQuoteStale":
        setRefusal(result.message);
        return ask();
      case "MoreThanLeft":
      case "InvoiceVoid":
      case "InvoiceWrittenOff":
      case "InvoiceTakenOver":
      case "Unbillable":
      case "MonthClosed":
      case "KeyReused":
      case "InvalidInput":
        return setRefusal(result.message);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Add charges to ${invoice.number ?? "invoice"}`}>
      <div className={styles.body}>
        {fault && <Notice tone="negative">{fault}</Notice>}
        <Radio.Group
          label="Adjustment type"
          value={kind}
          onChange={(picked) => {
            setKind(picked);
            setRefusal(undefined);
          }}
        >
          <div style={{ display: "grid", gap: 12, marginTop: 8 }}>
            <Radio
              value="CHARGE"
              label="Additional charge"
              description="An invoice of its own that belongs to this bill."
            />
            <Radio
              value="DISCOUNT"
              label="Discount"
              description="A credit note on this bill, at most what is left of it."
              disabled={!discountable}
            />
          </div>
        </Radio.Group>
        <TextInput
          label="Description"
          description="Printed on the document."
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <TextInput
          label="Value without tax"
          inputMode="decimal"
          value={amount}
          rightSection={<span>{currency}</span>}
          rightSectionWidth={56}
          onChange={(event) => {
            setRefusal(undefined);
            setAmount(event.currentTarget.value);
          }}
        />
        {kind === "CHARGE" && (
          <NativeSelect
            label="Tax"
            data={[
              ...categories.map(({ id, name }) => ({ value: id, label: name })),
              { value: "", label: "Not taxed" },
            ]}
            value={chosen}
            onChange={(event) => setCategory(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label="Mail the document to the customer"
          checked={mail}
          onChange={(event) => setMail(event.currentTarget.checked)}
        />
        {shown && (
          <dl className={totals.sums} aria-label="What it comes to">
            <Sum label={kind === "CHARGE" ? "Charge" : "Discount"} value={shown.net} />
            <Sum label="Tax" value={shown.tax} />
            {/[1-9]/.test(shown.rounding.amount) && <Sum label="Rounding" value={shown.rounding} />}
            <Sum label="Total of the bill now" value={shown.before} />
            <Sum label="Total of the bill then" value={shown.after} strong />
          </dl>
        )}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={sending}
          disabled={!shown || fetching || !current || description.trim() === ""}
          onClick={() => void act()}
        >
          {shown ? `Add ${moneyText(shown.total)}` : "Add"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
