import { useMediaQuery } from "@mantine/hooks";
import type { Key, ReactNode } from "react";
import { Link } from "wouter";
import styles from "./RowTable.module.css";

export type Column<Row> = {
  header: string;
  cell: (row: Row) => ReactNode;
  /** Amounts and counts stand at the end of their column. */
  end?: boolean;
  /** Where it stands on a card: beside the title (the main figure), as a line, or not at all. */
  card?: "beside" | "line" | "hidden";
};

type Props<Row> = {
  /** What the rows are, for those who hear it: "Invoices". */
  label: string;
  /** The first column names the row; it becomes the link and a card's title. */
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rows: readonly Row[];
  rowKey: (row: Row) => Key;
  /** Its page; rows without one lead nowhere. */
  href?: (row: Row) => string | undefined;
  /** The one likely action of a row; nothing where there is none. */
  action?: (row: Row) => ReactNode;
  /** Inside a section that is a card already. */
  bare?: boolean;
};

/** Rows as a table from 768 px, as cards below. */
export function RowTable<Row>(props: Props<Row>) {
  const wide = useMediaQuery("(min-width: 768px)", true, { getInitialValueInEffect: false });
  return wide ? <Table {...props} /> : <Cards {...props} />;
}

function Table<Row>({ label, columns, rows, rowKey, href, action, bare }: Props<Row>) {
  const end = (column: Column<Row>) => (column.end ? styles.end : undefined);
  return (
    <div className={bare ? styles.bare : styles.frame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.header} scope="col" className={end(column)}>
                {column.header}
              </th>
            ))}
            {action && (
              <th>
                <span className="visually-hidden">Action</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={href?.(row) && styles.open}>
              {columns.map((column, i) => (
                <td key={column.header} className={end(column)}>
                  {i === 0 ? <Name row={row} column={column} href={href} /> : column.cell(row)}
                </td>
              ))}
              {action && (
                <td className={styles.end}>
                  <span className={styles.action}>{action(row)}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards<Row>({ label, columns, rows, rowKey, href, action, bare }: Props<Row>) {
  const [title, ...others] = columns;
  const beside = others.filter((column) => column.card === "beside");
  const lines = others.filter((column) => (column.card ?? "line") === "line");
  return (
    <ul className={`${styles.cards} ${bare ? styles.bare : ""}`} aria-label={label}>
      {rows.map((row) => {
        const act = action?.(row);
        return (
          <li key={rowKey(row)} className={styles.card}>
            <div className={styles.head}>
              <div>
                <Name row={row} column={title} href={href} />
              </div>
              {beside.map((column) => (
                <span key={column.header}>{column.cell(row)}</span>
              ))}
            </div>
            {lines.map((column) => (
              <Line key={column.header} header={column.header} value={column.cell(row)} />
            ))}
            {act && <div className={styles.action}>{act}</div>}
          </li>
        );
      })}
    </ul>
  );
}

/** What is nothing to this row takes no line on its card. */
function Line({ header, value }: { header: string; value: ReactNode }) {
  if (value === null) return null;
  return (
    <div className={styles.line}>
      <span>{header}</span>
      <span>{value}</span>
    </div>
  );
}

type NameProps<Row> = { row: Row; column: Column<Row>; href: ((row: Row) => string | undefined) | undefined };

function Name<Row>({ row, column, href }: NameProps<Row>) {
  const page = href?.(row);
  if (page === undefined) return column.cell(row);
  return (
    <Link href={page} className={styles.link}>
      {column.cell(row)}
    </Link>
  );
}
