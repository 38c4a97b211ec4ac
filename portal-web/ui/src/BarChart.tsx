import { Button } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useId, useState } from "react";
import styles from "./BarChart.module.css";
import { Bars, type Month } from "./Bars.tsx";
import { monthText } from "./Day.tsx";
import { Money } from "./Money.tsx";
import { RowTable } from "./RowTable.tsx";

type Props = {
  /** The question that the chart answers: "Billed and collected by month". */
  title: string;
  /** The one currency of all values. */
  currency: string;
  /** What the two bars of a month are: Billed, Collected. */
  series: readonly [string, string];
  /** Oldest first. */
  months: readonly Month[];
};

/** Two amounts for each month, as bars from zero or, on demand, as a table. */
export function BarChart({ title, currency, series, months }: Props) {
  const [asTable, setAsTable] = useState(false);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const id = useId();
  return (
    <section className={`card ${styles.chart}`} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Button variant="subtle" size="compact-sm" onClick={() => setAsTable(!asTable)}>
          {asTable ? "Show as chart" : "Show as table"}
        </Button>
      </div>
      {asTable ? (
        <RowTable
          bare
          label={title}
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            { header: "Month", cell: ({ month }) => monthText(month) },
            ...series.map((header, i) => ({
              header,
              end: true,
              cell: ({ values }: Month) => <Money amount={values[i] ?? "0"} currency={currency} />,
            })),
          ]}
        />
      ) : (
        <div ref={ref}>
          <Legend series={series} currency={currency} />
          <Bars title={title} currency={currency} series={series} months={months} width={width} />
        </div>
      )}
    </section>
  );
}

function Legend({ series, currency }: Pick<Props, "series" | "currency">) {
  return (
    <div className={styles.legend}>
      {series.map((name, i) => (
        <span key={name}>
          <svg width="14" height="14" aria-hidden="true">
            <rect width="14" height="14" rx="3" className={i === 0 ? styles.one : styles.two} />
            {i === 1 && <path d="M-2 16 16 -2M3 21 21 3" className={styles.stripe} />}
          </svg>
          {name}
        </span>
      ))}
      <span>in {currency}</span>
    </div>
  );
}
