import { Days } from "@quittance/ui/Day.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import styles from "./CreditedLine.module.css";

type Credited = {
  description: string;
  period: { start: string; end: string } | null;
  quantity?: string | null;
  taxLabel?: string | null;
  net: Amount;
  explanation: readonly string[];
};

/** A line of what is given back; opens how its amount came about. */
export function CreditedLine({ line }: { line: Credited }) {
  const { description, period, quantity, taxLabel, net, explanation } = line;
  return (
    <details>
      <summary className={styles.line}>
        <span>
          {description}
          <span className={styles.soft}>
            {period && (
              <>
                {" "}
                <Days {...period} />
              </>
            )}
            {quantity && ` · ${quantity} units`}
            {taxLabel && ` · ${taxLabel}`}
          </span>
        </span>
        <Money {...net} />
      </summary>
      <ul className={styles.why}>
        {explanation.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
