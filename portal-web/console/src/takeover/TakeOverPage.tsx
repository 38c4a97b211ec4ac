import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { Link } from "wouter";
import { useLiveImport } from "../app/live.ts";
import { graphql } from "../gql";
import { UploadCard } from "../imports/UploadCard.tsx";
import { kindTexts } from "./texts.ts";

const TakeOversQuery = graphql(`
  query TakeOvers($after: String) {
    takeOvers(first: 20, after: $after) {
      edges {
        node {
          id
          kind
          fileName
          status
          uploadedBy
          uploadedAt
          badCount
          importedCount
          undoneAt
          figures {
            net {
              amount
              currency
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The way out of another billing system: the steps, and every file that came over. */
export default function TakeOverPage() {
  useLiveImport();
  const pages = usePages({
    query: TakeOversQuery,
    variables: {},
    connection: (data) => data.takeOvers,
    typenames: ["TakeOver"],
  });
  return (
    <>
      <PageTitle title="Take-over" note="What another billing system leaves behind." />
      <div style={{ marginBottom: "var(--gap)" }}>
        <Section title="The steps">
          <ol style={{ margin: 0, paddingInlineStart: 24, display: "grid", gap: 8 }}>
            <li>
              <Link href="/import">Import the customers</Link> with their subscriptions.
            </li>
            <li>
              <Link href="/settings/numbers">Set the first numbers</Link> of the series above the old ones, so
              that none is given twice.
            </li>
            <li>Take over the open invoices. They keep their numbers; no revenue or tax is booked again.</li>
            <li>Take over the opening balances: credits, and debts without a document.</li>
            <li>Take over the next billing dates, so that no day is billed twice.</li>
            <li>
              Compare the figures with those of the former system, then{" "}
              <Link href="/books/check">check the books</Link>.
            </li>
          </ol>
        </Section>
      </div>
      <UploadCard />
      <RowList
        things="runs"
        pages={pages}
        rowKey={({ id }) => id}
        href={({ id }) => `/take-over/${id}`}
        columns={[
          { header: "File", cell: ({ fileName }) => fileName },
          {
            header: "Status",
            card: "beside",
            cell: ({ status, undoneAt }) => (undoneAt ? "Taken back" : <StatusBadge status={status} />),
          },
          { header: "Kind", cell: ({ kind }) => kindTexts[kind] },
          { header: "Uploaded", cell: ({ uploadedAt }) => <Moment value={uploadedAt} /> },
          { header: "By", card: "hidden", cell: ({ uploadedBy }) => uploadedBy },
          { header: "Bad", end: true, cell: ({ badCount }) => badCount.toLocaleString() },
          { header: "Taken over", end: true, cell: ({ importedCount }) => importedCount.toLocaleString() },
          {
            header: "Net balance",
            end: true,
            cell: ({ figures }) => <MoneyByCurrency amounts={figures.map(({ net }) => net)} />,
          },
        ]}
        empty={{
          title: "Nothing taken over yet",
          children: "Upload a file: nothing is changed before you have seen what it adds up to.",
        }}
        filtered={false}
        unfilteredHref="/take-over"
      />
    </>
  );
}
