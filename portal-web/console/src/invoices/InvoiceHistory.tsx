import { HistoryRows } from "../app/HistoryRows.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";

const InvoiceHistoryQuery = graphql(`
  query InvoiceHistory($id: ID!, $after: String) {
    invoice(id: $id) {
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

/** What happened to an invoice. */
export function InvoiceHistory({ invoiceId }: { invoiceId: string }) {
  const pages = usePages({
    query: InvoiceHistoryQuery,
    variables: { id: invoiceId },
    connection: (data) => data.invoice?.history,
    typenames: ["HistoryEntry", "Invoice"],
  });
  return <HistoryRows pages={pages} />;
}
