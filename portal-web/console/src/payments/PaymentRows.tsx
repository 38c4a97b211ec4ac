import { Day } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import type { ComponentProps } from "react";
import { usePages } from "@quittance/client/usePages.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const PaymentRow = graphql(`
  fragment PaymentRow on Payment {
    id
    number
    status
    methodLabel
    paidOn
    customer {
      id
      name
    }
    amount {
      amount
      currency
    }
    disputed {
      amount
      currency
    }
  }
`);

const CustomerPaymentsQuery = graphql(`
  query CustomerPayments($id: ID!, $after: String) {
    customer(id: $id) {
      id
      payments(first: 20, after: $after) {
        edges {
          node {
            id
            ...PaymentRow
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

type Row = { id: string } & FragmentType<typeof PaymentRow>;
type Columns = ComponentProps<typeof RowTable<Row>>["columns"];

const row = (of: Row) => getFragmentData(PaymentRow, of);

const [receipt, ...rest]: Columns = [
  { header: "Receipt", cell: (of) => row(of).number ?? "—" },
  {
    header: "Status",
    card: "beside",
    cell: (of) => <StatusBadge status={isZero(row(of).disputed) ? row(of).status : "DISPUTED"} />,
  },
  { header: "Paid on", cell: (of) => <Day value={row(of).paidOn} /> },
  { header: "Paid with", cell: (of) => row(of).methodLabel },
  { header: "Amount", end: true, cell: (of) => <Money {...row(of).amount} /> },
];

/** The columns of a list over all customers. */
export const paymentColumns: Columns = [
  receipt,
  { header: "Customer", cell: (of) => row(of).customer.name },
  ...rest,
];

/** The payments of one customer. */
export function PaymentRows({ customerId }: { customerId: string }) {
  const pages = usePages({
    query: CustomerPaymentsQuery,
    variables: { id: customerId },
    connection: (data) => data.customer?.payments,
    typenames: ["Payment"],
  });
  return (
    <RowList
      things="payments"
      pages={pages}
      columns={[receipt, ...rest]}
      rowKey={({ id }) => id}
      href={({ id }) => `/payments/${id}`}
      empty={{ title: "No payments yet", children: "Card payments and confirmed transfers will stand here." }}
      filtered={false}
      unfilteredHref={`/customers/${customerId}`}
    />
  );
}
