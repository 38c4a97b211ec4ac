import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";

const ProposalsQuery = graphql(`
  query Proposals($id: ID!, $after: String) {
    billRun(id: $id) {
      id
      proposals(first: 20, after: $after) {
        edges {
          node {
            lineCount
            net {
              amount
              currency
            }
            tax {
              amount
              currency
            }
            rounding {
              amount
              currency
            }
            total {
              amount
              currency
            }
            customer {
              id
              name
            }
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

/** What a test run would bill. */
export function Proposals({ runId }: { runId: string }) {
  const pages = usePages({
    query: ProposalsQuery,
    variables: { id: runId },
    connection: (data) => data.billRun?.proposals,
    typenames: ["BillProposal"],
  });
  return (
    <RowList
      things="proposed invoices"
      pages={pages}
      rowKey={({ customer, total }) => `${customer.id} ${total.currency} ${total.amount}`}
      href={({ customer }) => `/customers/${customer.id}`}
      columns={[
        { header: "Customer", cell: ({ customer }) => customer.name },
        { header: "Lines", end: true, cell: ({ lineCount }) => lineCount.toLocaleString() },
        { header: "Net", end: true, cell: ({ net }) => <Money {...net} /> },
        { header: "Tax", end: true, cell: ({ tax }) => <Money {...tax} /> },
        { header: "Rounding", end: true, card: "hidden", cell: ({ rounding }) => <Money {...rounding} /> },
        { header: "Total", end: true, card: "beside", cell: ({ total }) => <Money {...total} /> },
      ]}
      empty={{ title: "Nothing is due", children: "No subscription has a period to be billed by that day." }}
      filtered={false}
      unfilteredHref={`/bill-run/${runId}`}
    />
  );
}
