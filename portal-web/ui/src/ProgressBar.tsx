import { useId } from "react";
import styles from "./ProgressBar.module.css";

type Props = {
  /** What is under way: "Posting invoices". */
  label: string;
  done: number;
  /** Zero while nobody knows yet. */
  total: number;
  /** What is counted, in the plural: "subscriptions". */
  unit: string;
};

/** How far long work is, as a bar and in numbers. */
export function ProgressBar({ label, done, total, unit }: Props) {
  const id = useId();
  const share = total > 0 ? Math.min(done / total, 1) : 0;
  const numbers =
    total > 0
      ? `${done.toLocaleString()} of ${total.toLocaleString()} ${unit} · ${Math.floor(share * 100)} %`
      : "Counting …";
  return (
    <div>
      <div className={styles.text}>
        <span id={id}>{label}</span>
        <span className={styles.numbers}>{numbers}</span>
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
        aria-valuetext={numbers}
      >
        <div className={styles.bar} style={{ transform: `scaleX(${share})` }} />
      </div>
    </div>
  );
}
