import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { EmptyState, type EmptyStateProps } from "./EmptyState.tsx";
import { Failure, type Fault } from "./Failure.tsx";
import styles from "./ListPage.module.css";
import { LoadingRows } from "./Loading.tsx";
import { RowTable, type Column } from "./RowTable.tsx";

/** The rows that have arrived so far, and how to get at the rest. `usePages` of each app makes it. */
export type Pages<Row> = {
  /** Undefined until the first ones are there. */
  rows: readonly Row[] | undefined;
  hasMore: boolean;
  loadingMore: boolean;
  /** The rows are still those of the filters before. */
  busy: boolean;
  fault: Fault | undefined;
  loadMore: () => void;
  retry: () => void;
};

/** How many there are, as soon as all of them are shown. */
export function countOf({ rows, hasMore }: Pages<unknown>): number | undefined {
  return hasMore ? undefined : rows?.length;
}

type Props<Row> = {
  /** What the rows are, in the plural and lower case: "invoices". */
  things: string;
  pages: Pages<Row>;
  columns: readonly [Column<Row>, ...Column<Row>[]];
  rowKey: (row: Row) => string;
  href?: (row: Row) => string | undefined;
  action?: (row: Row) => ReactNode;
  /** What is said when there is nothing yet, with the first step. */
  empty: EmptyStateProps;
  /** Whether a filter is on: then nothing found is not the same as nothing there. */
  filtered: boolean;
  /** Takes the filters back: usually a link to the page itself. */
  unfilteredHref: string;
};

/** A list in each of its states: loading, failed, empty, nothing found, and rows with Load more. */
export function RowList<Row>(props: Props<Row>) {
  const { things, pages, columns, empty, filtered, unfilteredHref } = props;
  if (pages.rows === undefined)
    return pages.fault ? (
      <Failure what={`The ${things} could not be loaded.`} fault={pages.fault} onRetry={pages.retry} />
    ) : (
      <LoadingRows label={`Loading ${things}`} columns={columns.length} />
    );
  if (pages.rows.length === 0)
    return filtered ? (
      <EmptyState
        title={`No ${things} match these filters`}
        action={{ label: `Show all ${things}`, href: unfilteredHref }}
      />
    ) : (
      <EmptyState {...empty} />
    );
  return (
    <div className={styles.list} aria-busy={pages.busy}>
      <RowTable
        label={things[0]?.toUpperCase() + things.slice(1)}
        columns={columns}
        rows={pages.rows}
        rowKey={props.rowKey}
        {...(props.href && { href: props.href })}
        {...(props.action && { action: props.action })}
      />
      <More things={things} shown={pages.rows.length} pages={pages} />
    </div>
  );
}

function More({
  things,
  shown,
  pages,
}: {
  things: string;
  shown: number;
  pages: Omit<Pages<unknown>, "rows">;
}) {
  return (
    <>
      {pages.fault && (
        <Failure what={`More ${things} could not be loaded.`} fault={pages.fault} onRetry={pages.retry} />
      )}
      <div className={styles.more}>
        <span className="tabular" aria-live="polite">
          {pages.hasMore
            ? `The first ${shown.toLocaleString()} ${things}`
            : `All ${shown.toLocaleString()} shown`}
        </span>
        {pages.hasMore && (
          <Button variant="default" loading={pages.loadingMore} onClick={pages.loadMore}>
            Load more
          </Button>
        )}
      </div>
    </>
  );
}
