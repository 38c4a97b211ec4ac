import { Button } from "@mantine/core";
import { Days } from "@quittance/ui/Day.tsx";
import { exchangeText, roundingLabel } from "@quittance/ui/taxTexts.ts";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { Sum } from "@quittance/ui/Sum.tsx";
import { useId, useState } from "react";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { InvoiceLinesFragment } from "../gql/graphql.ts";
import type { Reader } from "../Reader.ts";
import styles from "./InvoiceLines.module.css";

const InvoiceLinesFields = graphql(`
  fragment InvoiceLines on Invoice {
    id
    net {
      amount
      currency
    }
    total {
      amount
      currency
    }
    paid {
      amount
      currency
    }
    amountDue {
      amount
      currency
    }
    lines {
      id
      description
      quantity
      unitPrice {
        amount
        currency
      }
      net {
        amount
        currency
      }
      period {
        start
        end
      }
      taxLabel
      explanation
    }
    cashRounding {
      currency
      increment
    }
    rounding {
      amount
      currency
    }
    taxExchange {
      currency
      rate
      on
      tax {
        amount
        currency
      }
    }
    taxRows {
      label
      base {
        amount
        currency
      }
      tax {
        amount
        currency
      }
    }
  }
`);

type Props = { invoice: FragmentType<typeof InvoiceLinesFields>; reader: Reader };

/** The lines of an invoice with what each is for, the tax and the sums; staff reads them in columns. */
export function InvoiceLines({ invoice, reader }: Props) {
  const { lines, taxRows, cashRounding, rounding, taxExchange, net, total, paid, amountDue } =
    getFragmentData(InvoiceLinesFields, invoice);
  const staff = reader === "staff";
  const Line = staff ? LineInColumns : LineInFull;
  return (
    <>
      {staff && (
        <div className={styles.heads} aria-hidden="true">
          <span>Description</span>
          <span>Quantity</span>
          <span>Unit price</span>
          <span>Amount</span>
        </div>
      )}
      <ol>
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      <dl className={styles.sums}>
        <Sum label="Net" value={net} />
        {taxRows.map((row) => (
          <Sum key={row.label} label={row.label} value={row.tax} />
        ))}
        {cashRounding && <Sum label={roundingLabel(cashRounding)} value={rounding} />}
        <Sum label="Total" value={total} strong />
        {!(staff && isZero(paid)) && <Sum label="Paid" value={paid} />}
        <Sum label="To pay" value={amountDue} strong />
      </dl>
      {taxExchange && <p className={styles.how}>{exchangeText(taxExchange, total.currency)}</p>}
    </>
  );
}

type LineProps = { line: InvoiceLinesFragment["lines"][number] };

/** A line with all that leads to its amount below its description. */
function LineInFull({
  line: { description, quantity, unitPrice, period, taxLabel, net, explanation },
}: LineProps) {
  return (
    <li className={styles.full}>
      <div className={styles.what}>
        <div>{description}</div>
        <div className={styles.how}>
          {quantity} × <Money {...unitPrice} />
          {period && (
            <>
              {" · "}
              <Days {...period} />
            </>
          )}
          {taxLabel && ` · ${taxLabel}`}
        </div>
        <Why sentences={explanation} />
      </div>
      <Money {...net} />
    </li>
  );
}

/** A line with quantity and price in columns of their own, where there is room for them. */
function LineInColumns({
  line: { description, quantity, unitPrice, period, taxLabel, net, explanation },
}: LineProps) {
  return (
    <li className={styles.columns}>
      <div className={styles.what}>
        <div>{description}</div>
        <div className={styles.how}>
          {period && <Days {...period} />}
          {period && taxLabel && " · "}
          {taxLabel}
        </div>
        <Why sentences={explanation} />
      </div>
      <span className={styles.quantity}>
        {quantity}
        <span className={styles.times}> × </span>
      </span>
      <span className={styles.price}>
        <Money {...unitPrice} />
      </span>
      <span className={styles.amount}>
        <Money {...net} />
      </span>
    </li>
  );
}

function Why({ sentences }: { sentences: readonly string[] }) {
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.why}
        aria-expanded={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        Why this amount?
      </Button>
      <ul id={id} className={styles.reasons} hidden={!shown}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
