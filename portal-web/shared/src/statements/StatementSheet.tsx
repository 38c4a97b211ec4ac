import { Button } from "@mantine/core";
import IconPrinter from "@tabler/icons-react/icons/IconPrinter";
import type { ReactNode } from "react";
import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { RowList, type Pages } from "@quittance/ui/ListPage.tsx";
import type { StatementFiguresFragment, StatementLineFragment } from "../gql/graphql.ts";
import { StatementAging, StatementFigures } from "./StatementFigures.tsx";
import { statementColumns, statementHref } from "./statementColumns.tsx";
import styles from "./Statement.module.css";

type Props = {
  statement: StatementFiguresFragment;
  pages: Pages<StatementLineFragment>;
  /** Whose account it is and who keeps it: said on paper, where the frame of the app is missing. */
  printed?: string | undefined;
  /** What else can be done with it: mail it. */
  children?: ReactNode;
};

/** A statement to read, print and keep. */
export function StatementSheet({ statement, pages, printed, children }: Props) {
  const { pdfUrl, csvUrl } = statement;
  return (
    <div className={styles.sheet}>
      {printed && <p className={styles.printed}>{printed}</p>}
      <StatementFigures statement={statement} />
      <div className={`${styles.actions} no-print`}>
        {pdfUrl && <DownloadLink href={pdfUrl}>Download PDF</DownloadLink>}
        {csvUrl && <DownloadLink href={csvUrl}>Download CSV</DownloadLink>}
        <Print pdfUrl={pdfUrl} whole={!pages.hasMore} />
        {children}
      </div>
      <div>
        <RowList
          things="transactions"
          pages={pages}
          columns={statementColumns}
          rowKey={({ bookedOn, kind, number, balance, invoiceId, creditNoteId, paymentId }) =>
            [bookedOn, kind, number, invoiceId, creditNoteId, paymentId, balance.amount].join()
          }
          href={statementHref}
          empty={{
            title: "Nothing happened on these days",
            children: "Invoices, credit notes, payments and refunds stand here. Choose other days.",
          }}
          filtered={false}
          unfilteredHref=""
        />
      </div>
      <StatementAging statement={statement} />
    </div>
  );
}

/** The page prints what it shows; where that is not all, the PDF is what to print. */
function Print({ pdfUrl, whole }: { pdfUrl: string | null | undefined; whole: boolean }) {
  const icon = <IconPrinter size={18} aria-hidden />;
  if (whole || !pdfUrl)
    return (
      <Button variant="default" leftSection={icon} onClick={() => window.print()}>
        Print
      </Button>
    );
  return (
    <Button
      component="a"
      href={pdfUrl}
      target="_blank"
      rel="noopener noreferrer"
      variant="default"
      leftSection={icon}
    >
      Print
    </Button>
  );
}
