import { usePages } from "@quittance/client/usePages.ts";
import { HistoryRows } from "../app/HistoryRows.tsx";
import { graphql } from "../gql";

const PaymentHistoryQuery = graphql(`
  query PaymentHistory($id: ID!, $after: String) {
    payment(id: $id) {
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

/** What happened to a payment, its refunds included. */
export function PaymentHistory({ paymentId }: { paymentId: string }) {
  const pages = usePages({
    query: PaymentHistoryQuery,
    variables: { id: paymentId },
    connection: (data) => data.payment?.history,
    typenames: ["HistoryEntry", "Payment"],
  });
  return <HistoryRows pages={pages} />;
}
