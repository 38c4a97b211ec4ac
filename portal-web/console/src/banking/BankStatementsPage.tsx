import { usePages } from "@quittance/client/usePages.ts";
import { Day, Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useLiveBankStatements } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { accountText } from "./bankTexts.ts";
import { BankUpload } from "./BankUpload.tsx";
import { WaitingFiles } from "./WaitingFiles.tsx";

const BankStatementsQuery = graphql(`
  query BankStatements($after: String) {
    bankStatements(first: 20, after: $after) {
      edges {
        node {
          id
          account
          reference
          from
          to
          closing {
            amount
            currency
          }
          importedAt
          openCount
          suggestedCount
          bookedCount
          setAsideCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the bank says: the upload, files that wait for a decision, and every statement. */
export default function BankStatementsPage() {
  const mayAct = useMay("PAYMENT_WRITE");
  useLiveBankStatements();
  const pages = usePages({
    query: BankStatementsQuery,
    variables: {},
    connection: (data) => data.bankStatements,
    typenames: ["BankStatement"],
  });
  return (
    <>
      <PageTitle title="Bank statements" note="Money that came in and left, matched with what is due." />
      {mayAct && <BankUpload />}
      {mayAct && <WaitingFiles />}
      <RowList
        things="statements"
        pages={pages}
        rowKey={({ id }) => id}
        href={({ id }) => `/bank-statements/${id}`}
        columns={[
          { header: "Statement", cell: ({ reference }) => reference },
          { header: "Account", cell: ({ account }) => accountText(account) },
          {
            header: "Days",
            cell: ({ from, to }) =>
              from && to ? (
                <>
                  <Day value={from} /> – <Day value={to} />
                </>
              ) : (
                "—"
              ),
          },
          { header: "Imported", card: "hidden", cell: ({ importedAt }) => <Moment value={importedAt} /> },
          {
            header: "To decide",
            end: true,
            cell: ({ openCount, suggestedCount }) => (openCount + suggestedCount).toLocaleString(),
          },
          { header: "Booked", end: true, cell: ({ bookedCount }) => bookedCount.toLocaleString() },
          { header: "Set aside", end: true, cell: ({ setAsideCount }) => setAsideCount.toLocaleString() },
          {
            header: "Closing balance",
            end: true,
            card: "beside",
            cell: ({ closing }) => (closing ? <Money {...closing} /> : "—"),
          },
        ]}
        empty={{
          title: "No bank statements yet",
          children: "Upload one: its entries are compared with open invoices, and you confirm what fits.",
        }}
        filtered={false}
        unfilteredHref="/bank-statements"
      />
    </>
  );
}
