import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useLiveImport } from "../app/live.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";
import { UploadCard } from "./UploadCard.tsx";

const ImportsQuery = graphql(`
  query Imports($after: String) {
    customerImports(first: 20, after: $after) {
      edges {
        node {
          id
          fileName
          status
          uploadedBy
          uploadedAt
          rowCount
          badCount
          importedCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Customers and their subscriptions from files: the upload, and all that came before. */
export default function ImportsPage() {
  useLiveImport();
  const pages = usePages({
    query: ImportsQuery,
    variables: {},
    connection: (data) => data.customerImports,
    typenames: ["CustomerImport"],
  });
  return (
    <>
      <PageTitle title="Import" note="Customers with their subscriptions, from a CSV file." />
      <UploadCard />
      <RowList
        things="imports"
        pages={pages}
        rowKey={({ id }) => id}
        href={({ id }) => `/import/${id}`}
        columns={[
          { header: "File", cell: ({ fileName }) => fileName },
          { header: "Status", card: "beside", cell: ({ status }) => <StatusBadge status={status} /> },
          { header: "Uploaded", cell: ({ uploadedAt }) => <Moment value={uploadedAt} /> },
          { header: "By", card: "hidden", cell: ({ uploadedBy }) => uploadedBy },
          { header: "Rows", end: true, cell: ({ rowCount }) => rowCount.toLocaleString() },
          { header: "Bad", end: true, cell: ({ badCount }) => badCount.toLocaleString() },
          { header: "Imported", end: true, cell: ({ importedCount }) => importedCount.toLocaleString() },
        ]}
        empty={{
          title: "Nothing imported yet",
          children: "Upload a file: nothing is changed before you have seen what is in it.",
        }}
        filtered={false}
        unfilteredHref="/import"
      />
    </>
  );
}
