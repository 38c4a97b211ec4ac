import IconChevronRight from "@tabler/icons-react/icons/IconChevronRight";
import { Days } from "@quittance/ui/Day.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { Sum } from "@quittance/ui/Sum.tsx";
import styles from "./Acts.module.css";
import { positive, type ShownSum } from "./quote.ts";

/** Lines, each opening its reasons, and what they come to under the words `title`. */
export function SumView({ sum, title }: { sum: ShownSum; title: string }) {
  const { lines, net, tax, rounding, total } = sum;
  if (lines.length === 0) return null;
  return (
    <>
      {lines.map((line, i) => (
        <details key={i}>
          <summary className={styles.line}>
            <IconChevronRight size={16} className={styles.caret ?? ""} aria-hidden />
            <span className={styles.what}>
              {line.description}
              {line.period && (
                <span className={styles.soft}>
                  {" "}
                  <Days {...line.period} />
                </span>
              )}
            </span>
            <Money {...line.amount} />
          </summary>
          <ul className={styles.why}>
            {line.explanation.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ))}
      <dl className={styles.sums}>
        <Sum label="Before tax" value={net} />
        <Sum label="Tax" value={tax} />
        {!isZero(rounding) && <Sum label="Rounding" value={rounding} />}
        <Sum label={title} value={positive(total)} strong />
      </dl>
    </>
  );
}
