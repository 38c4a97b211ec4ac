import { HistoryRows } from "../app/HistoryRows.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";

const CustomerHistoryQuery = graphql(`
  query CustomerHistory($id: ID!, $after: String) {
    customer(id: $id) {
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

/** What happened to a customer and what belongs to it. */
export function CustomerHistory({ customerId }: { customerId: string }) {
  const pages = usePages({
    query: CustomerHistoryQuery,
    variables: { id: customerId },
    connection: (data) => data.customer?.history,
    typenames: ["HistoryEntry"],
  });
  return <HistoryRows pages={pages} />;
}
