import { usePages } from "@quittance/client/usePages.ts";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { graphql } from "../gql";

const PayoutPartsQuery = graphql(`
  query PayoutParts($id: ID!, $after: String) {
    payout(id: $id) {
      id
      parts(first: 20, after: $after) {
        edges {
          node {
            position
            refund {
              id
              number
            }
            refundReturned
            dispute {
              id
            }
            disputeWon
            payment {
              id
              number
              customer {
                id
                name
              }
            }
            gross {
              amount
              currency
            }
            fee {
              amount
              currency
            }
            net {
              amount
              currency
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

const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The charges, refunds and disputes in a payout. */
export function PayoutParts({ payoutId }: { payoutId: string }) {
  const pages = usePages({
    query: PayoutPartsQuery,
    variables: { id: payoutId },
    connection: (data) => data.payout?.parts ?? none,
    typenames: ["Payout"],
  });
  return (
    <RowList
      things="movements"
      pages={pages}
      columns={[
        {
          header: "Payment",
          cell: (part) => partName(part),
        },
        { header: "Customer", cell: ({ payment }) => payment.customer.name },
        { header: "Gross", end: true, cell: ({ gross }) => <Money {...gross} /> },
        { header: "Fee", end: true, cell: ({ fee }) => <Money {...fee} /> },
        { header: "Net", end: true, card: "beside", cell: ({ net }) => <Money {...net} /> },
      ]}
      rowKey={({ position }) => String(position)}
      href={({ payment, dispute }) => (dispute ? `/disputes/${dispute.id}` : `/payments/${payment.id}`)}
      empty={{ title: "Nothing is in it", children: "The gateway named no charge, refund or dispute." }}
      filtered={false}
      unfilteredHref={`/payouts/${payoutId}`}
    />
  );
}

type Part = {
  payment: { number?: string | null };
  refund?: { number?: string | null } | null;
  refundReturned: boolean;
  dispute?: object | null;
  disputeWon: boolean;
};

function partName({ payment, refund, refundReturned, dispute, disputeWon }: Part): string {
  const number = payment.number ?? "a payment";
  if (refund) return `${refundReturned ? "Returned refund" : "Refund"} ${refund.number ?? ""} of ${number}`;
  if (dispute) return `${disputeWon ? "Dispute won" : "Dispute"} of ${number}`;
  return payment.number ?? "Payment";
}
