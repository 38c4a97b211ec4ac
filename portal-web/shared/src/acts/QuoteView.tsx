import { Day } from "@quittance/ui/Day.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import type { Reader } from "../Reader.ts";
import styles from "./Acts.module.css";
import { isCredit, positive, type ShownQuote } from "./quote.ts";
import { SumView } from "./SumView.tsx";

const words = {
  customer: {
    billed: "You pay",
    credited: "You are credited",
    used: "It is used first when you pay next time.",
    back: "goes back to you the way you paid it.",
  },
  staff: {
    billed: "Billed",
    credited: "Credited",
    used: "The customer's next payment uses it first.",
    back: "is refunded the way it was paid.",
  },
} as const;

/** What an act bills or credits today, each amount with its reasons, and what comes next. */
export function QuoteView({ quote, reader }: { quote: ShownQuote; reader: Reader }) {
  const { lines, total, refund, discarded, nextInvoiceOn, nextInvoiceTotal } = quote;
  const credited = isCredit(total);
  const { billed, credited: given, used, back } = words[reader];
  const title = credited ? given : billed;
  return (
    <section aria-label={title} className={styles.quote}>
      {lines.length === 0 && <p className={styles.soft}>Nothing is billed or credited now.</p>}
      <SumView sum={quote} title={title} />
      {!isZero(refund) && (
        <p className={styles.soft}>
          <Money {...refund} /> of it {back}
        </p>
      )}
      {credited && positive(total).amount !== refund.amount && (
        <p className={styles.soft}>
          {!isZero(refund) && "The rest is credit. "}
          {used}
        </p>
      )}
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
