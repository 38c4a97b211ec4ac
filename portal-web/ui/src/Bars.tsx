import { useId } from "react";
import styles from "./BarChart.module.css";
import { compactText, ticks } from "./chartScale.ts";
import { monthText } from "./Day.tsx";
import { moneyText } from "./Money.tsx";

export type Month = {
  /** `2027-02`. */
  month: string;
  /** Decimals, in the order of the series. */
  values: readonly [string, string];
};

type Props = {
  title: string;
  currency: string;
  series: readonly [string, string];
  months: readonly Month[];
  /** In pixels; 0 before it was measured. */
  width: number;
};

const HEIGHT = 220;
const TOP = 20;
const BOTTOM = HEIGHT - 24;
const LEFT = 48;
/** A compact amount needs this much to stand above its bar without touching the next. */
const LABEL = 27;

/** The drawing itself. Only here amounts become numbers: as heights. */
export function Bars({ title, currency, series, months, width }: Props) {
  const stripes = useId();
  const lines = ticks(months.flatMap(({ values }) => values.map(Number)));
  const [low = 0, high = 1] = [lines[0], lines.at(-1)];
  const y = (value: number) => BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP);
  const slot = Math.max(0, width - LEFT) / Math.max(months.length, 1);
  const bar = Math.min(36, slot * 0.36);
  const every = Math.ceil(56 / Math.max(slot, 1));
  return (
    <svg className={styles.plot} role="img" aria-label={`${title}, ${summary(series, months, currency)}`}>
      <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={styles.two} />
        <path d="M0 0V6" className={styles.stripe} />
      </pattern>
      {lines.map((value) => (
        <g key={value}>
          <line
            x1={LEFT}
            x2="100%"
            y1={y(value)}
            y2={y(value)}
            className={value === 0 ? styles.zero : styles.grid}
          />
          <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
            {compactText(value)}
          </text>
        </g>
      ))}
      {width > 0 &&
        months.map(({ month, values }, i) => {
          const middle = LEFT + slot * (i + 0.5);
          const last = i === months.length - 1;
          return (
            <g key={month}>
              <title>{[monthText(month), ...named(series, values, currency)].join("\n")}</title>
              <rect x={middle - slot / 2} width={slot} y={TOP} height={BOTTOM - TOP} fill="transparent" />
              {values.map((value, n) => (
                <Bar
                  key={n}
                  x={middle + (n - 1) * (bar + 1) + n}
                  width={bar}
                  from={y(0)}
                  to={y(Number(value))}
                  fill={n === 0 ? "var(--series-1)" : `url(#${stripes})`}
                  label={bar >= LABEL || (last && n === 0) ? compactText(value) : undefined}
                />
              ))}
              {(months.length - 1 - i) % every === 0 && (
                <text x={middle} y={HEIGHT - 4} textAnchor="middle">
                  {monthText(month, slot > 72)}
                </text>
              )}
            </g>
          );
        })}
    </svg>
  );
}

type BarProps = {
  x: number;
  width: number;
  from: number;
  to: number;
  fill: string;
  label: string | undefined;
};

function Bar({ x, width, from, to, fill, label }: BarProps) {
  if (from === to) return null;
  const top = Math.min(from, to);
  return (
    <>
      <rect x={x} y={top} width={width} height={Math.max(Math.abs(from - to), 1)} rx="2" fill={fill} />
      {label !== undefined && (
        <text x={x + width / 2} y={top - 5} textAnchor="middle" className={styles.value}>
          {label}
        </text>
      )}
    </>
  );
}

function summary(series: Props["series"], months: readonly Month[], currency: string): string {
  const last = months.at(-1);
  return last
    ? `${monthText(last.month)}: ${named(series, last.values, currency).join(", ")}`
    : "no months yet";
}

function named(series: Props["series"], values: Month["values"], currency: string): string[] {
  return series.map((name, i) => `${name} ${moneyText({ amount: values[i] ?? "0", currency })}`);
}
