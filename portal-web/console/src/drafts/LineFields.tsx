import { Button } from "@mantine/core";
import { DayField, DecimalField, SelectField, TextField } from "@quittance/ui/fields.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import IconPlus from "@tabler/icons-react/icons/IconPlus";
import { useState } from "react";
import styles from "./LineFields.module.css";

export type Line = {
  description: string;
  quantity: string;
  unitPrice: string;
  taxCategoryId?: string | null | undefined;
  serviceFrom?: string | null | undefined;
  serviceUntil?: string | null | undefined;
  discountPercent?: string | null | undefined;
  discountAmount?: string | null | undefined;
};

type Category = { id: string; name: string };

type Props = {
  lines: readonly Line[];
  categories: readonly Category[];
  currency: string;
  /** What each line comes to, as the server computed it; nothing while that is not known. */
  amounts?: readonly Amount[] | undefined;
  /** Told with the number of lines whenever one comes or goes. */
  onCount: (count: number) => void;
};

const empty: Line = { description: "", quantity: "1", unitPrice: "" };

/** The lines of an invoice or credit note that is written by hand. */
export function LineFields({ lines, categories, currency, amounts, onCount }: Props) {
  const [shown, setShown] = useState(() => lines.map((line, key) => ({ key, line })));
  const change = (next: typeof shown) => {
    setShown(next);
    onCount(next.length);
  };
  return (
    <div className={styles.lines}>
      {shown.map(({ key, line }, i) => (
        <fieldset key={key} className={styles.line}>
          <legend>
            <span>Line {i + 1}</span>
          </legend>
          <Fields path={`lines[${i}]`} line={line} categories={categories} currency={currency} />
          <div className={styles.foot}>
            {shown.length > 1 && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Remove line ${i + 1}`}
                onClick={() => change(shown.filter((one) => one.key !== key))}
              >
                Remove
              </Button>
            )}
            <span className={styles.amount} aria-live="polite">
              {amounts?.[i] ? <Money {...amounts[i]} /> : "—"}
            </span>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            change([...shown, { key: Math.max(...shown.map(({ key }) => key)) + 1, line: empty }])
          }
        >
          Add line
        </Button>
      </div>
    </div>
  );
}

type FieldsProps = { path: string; line: Line; categories: readonly Category[]; currency: string };

function Fields({ path, line, categories, currency }: FieldsProps) {
  const [first] = categories;
  const chosen = line.description === "" ? first?.id : line.taxCategoryId;
  return (
    <>
      <TextField path={`${path}.description`} label="Description" required value={line.description} />
      <div className={styles.figures}>
        <DecimalField path={`${path}.quantity`} label="Quantity" required value={line.quantity} />
        <DecimalField
          path={`${path}.unitPrice`}
          label="Unit price"
          required
          value={line.unitPrice}
          suffix={currency}
        />
        <SelectField
          path={`${path}.taxCategoryId`}
          label="Tax"
          choices={[
            { value: "", label: "Not taxed" },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={chosen ?? ""}
        />
      </div>
      <details className={styles.more} open={hasMore(line)}>
        <summary>Service period and discount</summary>
        <div className={styles.pairs}>
          <DayField path={`${path}.serviceFrom`} label="First day of service" value={line.serviceFrom} />
          <DayField path={`${path}.serviceUntil`} label="Last day of service" value={line.serviceUntil} />
          <DecimalField
            path={`${path}.discountPercent`}
            label="Discount"
            suffix="%"
            value={line.discountPercent}
          />
          <DecimalField
            path={`${path}.discountAmount`}
            label="Then off"
            suffix={currency}
            value={line.discountAmount}
          />
        </div>
      </details>
    </>
  );
}

function hasMore(line: Line): boolean {
  return [line.serviceFrom, line.discountPercent, line.discountAmount].some((value) => Boolean(value));
}

/** A document with nothing on it yet. */
export const oneEmptyLine: readonly Line[] = [empty];
