import { RowList } from "@quittance/ui/ListPage.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";

const ImportFaultsQuery = graphql(`
  query ImportFaults($id: ID!, $after: String) {
    customerImport(id: $id) {
      id
      faults(first: 50, after: $after) {
        edges {
          node {
            line
            column
            reason
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** Every bad cell, in the order of the file. */
export function ImportFaults({ importId, badCount }: { importId: string; badCount: number }) {
  const pages = usePages({
    query: ImportFaultsQuery,
    variables: { id: importId },
    connection: (data) => data.customerImport?.faults,
    typenames: ["ImportFault"],
  });
  return (
    <section aria-label={`Faults in ${badCount.toLocaleString()} bad rows`}>
      <RowList
        things="faults"
        pages={pages}
        rowKey={({ line, column, reason }) => `${line} ${column ?? ""} ${reason}`}
        columns={[
          { header: "Line", cell: ({ line }) => `Line ${line.toLocaleString()}` },
          { header: "Column", cell: ({ column }) => column ?? "—" },
          { header: "Reason", cell: ({ reason }) => reason },
        ]}
        empty={{ title: "No faults" }}
        filtered={false}
        unfilteredHref={`/import/${importId}`}
      />
    </section>
  );
}
