import { RowList } from "@quittance/ui/ListPage.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";

const TakeOverFaultsQuery = graphql(`
  query TakeOverFaults($id: ID!, $after: String) {
    takeOver(id: $id) {
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
export function TakeOverFaults({ id, badCount }: { id: string; badCount: number }) {
  const pages = usePages({
    query: TakeOverFaultsQuery,
    variables: { id },
    connection: (data) => data.takeOver?.faults,
    typenames: ["ImportFault"],
  });
  return (
    <section aria-label={`Faults in ${badCount.toLocaleString()} bad ${badCount === 1 ? "row" : "rows"}`}>
      <RowList
        things="faults"
        pages={pages}
        rowKey={({ line, column, reason }) => `${line} ${column ?? ""} ${reason}`}
        columns={[
          {
            header: "Line",
            cell: ({ line }) => (
              <span style={{ whiteSpace: "nowrap" }}>{`Line ${line.toLocaleString()}`}</span>
            ),
          },
          { header: "Column", cell: ({ column }) => column ?? "—" },
          { header: "Reason", cell: ({ reason }) => reason },
        ]}
        empty={{ title: "No faults" }}
        filtered={false}
        unfilteredHref={`/take-over/${id}`}
      />
    </section>
  );
}
