import { Button } from "@mantine/core";
import { Days } from "@quittance/ui/Day.tsx";
import { exchangeText, roundingLabel } from "@quittance/ui/taxTexts.ts";
import { Money } from "@quittance/ui/Money.tsx";
import { useId, useState } from "react";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { InvoiceLinesFragment } from "../gql/graphql.ts";
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

/** The lines of an invoice with what each is for, the tax and the sums. */
export function InvoiceLines({ invoice }: { invoice: FragmentType<typeof InvoiceLinesFields> }) {
  const { lines, taxRows, cashRounding, rounding, taxExchange, net, total, paid, amountDue } =
    getFragmentData(InvoiceLinesFields, invoice);
  return (
    <>
      <ol className={styles.lines}>
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
        <Sum label="Paid" value={paid} />
        <Sum label="To pay" value={amountDue} strong />
      </dl>
      {taxExchange && <p className={styles.how}>{exchangeText(taxExchange, total.currency)}</p>}
    </>
  );
}

function Line({ line }: { line: InvoiceLinesFragment["lines"][number] }) {
  const [why, setWhy] = useState(false);
  const id = useId();
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <div>{line.description}</div>
        <div className={styles.how}>
          {line.quantity} × <Money {...line.unitPrice} />
          {line.period && (
            <>
              {" · "}
              <Days {...line.period} />
            </>
          )}
          {line.taxLabel && ` · ${line.taxLabel}`}
        </div>
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.why}
          aria-expanded={why}
          aria-controls={id}
          onClick={() => setWhy(!why)}
        >
          Why this amount?
        </Button>
        <ul id={id} className={styles.reasons} hidden={!why}>
          {line.explanation.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <Money {...line.net} />
    </li>
  );
}

type SumProps = { label: string; value: { amount: string; currency: string }; strong?: boolean };

function Sum({ label, value, strong = false }: SumProps) {
  return (
    <div {...(strong && { "data-strong": true })}>
      <dt>{label}</dt>
      <dd>
        <Money {...value} />
      </dd>
    </div>
  );
}
