import { usePages } from "@quittance/client/usePages.ts";
import { HistoryRows } from "../app/HistoryRows.tsx";
import { graphql } from "../gql";

const DisputeHistoryQuery = graphql(`
  query DisputeHistory($id: ID!, $after: String) {
    dispute(id: $id) {
      id
      history(first: 20, after: $after) {
        edges {
          node {
            id
            ...HistoryRow
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

/** What happened to a dispute. */
export function DisputeHistory({ disputeId }: { disputeId: string }) {
  const pages = usePages({
    query: DisputeHistoryQuery,
    variables: { id: disputeId },
    connection: (data) => data.dispute?.history,
    typenames: ["HistoryEntry", "Dispute"],
  });
  return <HistoryRows pages={pages} />;
}
