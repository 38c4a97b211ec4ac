import styles from "./Loading.module.css";

type Label = {
  /** Read out once: "Loading invoices". */
  label: string;
};

/** One line that is still to come. */
export function Bone({ width = "100%", height = 14 }: { width?: string; height?: number }) {
  return <span className={styles.bone} style={{ width, height }} aria-hidden="true" />;
}

/** A list before its rows are there. */
export function LoadingRows({ label, columns = 4, rows = 8 }: Label & { columns?: number; rows?: number }) {
  return (
    <div className={`card ${styles.rows}`} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          {Array.from({ length: columns }, (_, column) => (
            <Bone key={column} width={`${[28, 18, 14, 20][(row + column) % 4]}%`} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The page of a thing before it is there. */
export function LoadingThing({ label }: Label) {
  return (
    <div className={styles.stack} role="status" aria-label={label}>
      <Bone width="120px" />
      <Bone width="280px" height={28} />
      <Bone width="160px" height={36} />
      <div className={styles.columns}>
        <LoadingCard lines={8} />
        <LoadingCard lines={5} />
      </div>
    </div>
  );
}

/** Cards with a figure each, as on the first page. */
export function LoadingFigures({ label, cards = 3 }: Label & { cards?: number }) {
  return (
    <div className={styles.figures} role="status" aria-label={label}>
      {Array.from({ length: cards }, (_, card) => (
        <LoadingCard key={card} lines={3} />
      ))}
    </div>
  );
}

/** A card with lines of text. */
export function LoadingCard({ lines }: { lines: number }) {
  return (
    <div className={`card ${styles.stack}`} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        <Bone key={line} width={`${[40, 85, 70, 60][line % 4]}%`} />
      ))}
    </div>
  );
}

/** A page whose program is still on its way: a heading and a list, the commonest layout. */
export function LoadingPage() {
  return (
    <div className={styles.stack}>
      <Bone width="200px" height={28} />
      <LoadingRows label="Loading the page" />
    </div>
  );
}
