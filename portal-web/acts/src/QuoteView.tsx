import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import styles from "./Acts.module.css";
import { isCredit, type Reader, type ShownQuote } from "./quote.ts";
import { SumView } from "./SumView.tsx";

const words = {
  customer: {
    billed: "You pay",
    credited: "You are credited",
    used: "It is used first when you pay next time.",
  },
  staff: {
    billed: "Billed",
    credited: "Credited",
    used: "The customer's next payment uses it first.",
  },
} as const;

/** What an act bills or credits today, each amount with its reasons, and what comes next. */
export function QuoteView({ quote, reader }: { quote: ShownQuote; reader: Reader }) {
  const { lines, total, discarded, nextInvoiceOn, nextInvoiceTotal } = quote;
  const credited = isCredit(total);
  const { billed, credited: given, used } = words[reader];
  const title = credited ? given : billed;
  return (
    <section aria-label={title} className={styles.quote}>
      {lines.length === 0 && <p className={styles.soft}>Nothing is billed or credited now.</p>}
      <SumView sum={quote} title={title} />
      {credited && <p className={styles.soft}>{used}</p>}
      {discarded.length > 0 && (
        <Notice quiet tone="attention" title="This is dropped with it">
          {discarded.map((what) => (
            <div key={what}>{what}</div>
          ))}
        </Notice>
      )}
      {nextInvoiceOn && (
        <p className={styles.soft}>
          Then{" "}
          {nextInvoiceTotal && (
            <>
              <Money {...nextInvoiceTotal} /> on{" "}
            </>
          )}
          {!nextInvoiceTotal && "the next invoice on "}
          <Day value={nextInvoiceOn} />.
        </p>
      )}
    </section>
  );
}
