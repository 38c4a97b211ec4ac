import { Day } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import type { ComponentProps } from "react";
import { usePages } from "@quittance/client/usePages.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { intervalText } from "@quittance/ui/intervalText.ts";

const SubscriptionRow = graphql(`
  fragment SubscriptionRow on SubscriptionContract {
    id
    number
    status
    startedOn
    nextInvoiceOn
    customer {
      id
      name
    }
    plan {
      id
      name
      interval {
        count
        unit
      }
    }
    recurringTotal {
      amount
      currency
    }
  }
`);

const CustomerSubscriptionsQuery = graphql(`
  query CustomerSubscriptions($id: ID!, $after: String) {
    customer(id: $id) {
      id
      subscriptions(first: 20, after: $after) {
        edges {
          node {
            id
            ...SubscriptionRow
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

type Row = { id: string } & FragmentType<typeof SubscriptionRow>;
type Columns = ComponentProps<typeof RowTable<Row>>["columns"];

const row = (of: Row) => getFragmentData(SubscriptionRow, of);

const [number, ...rest]: Columns = [
  { header: "Number", cell: (of) => row(of).number },
  { header: "Plan", cell: (of) => row(of).plan.name },
  { header: "Status", card: "beside", cell: (of) => <StatusBadge status={row(of).status} /> },
  { header: "Started", card: "hidden", cell: (of) => <Day value={row(of).startedOn} /> },
  {
    header: "Next invoice",
    cell: (of) => {
      const { nextInvoiceOn } = row(of);
      return nextInvoiceOn ? <Day value={nextInvoiceOn} /> : "—";
    },
  },
  {
    header: "Price",
    end: true,
    cell: (of) => (
      <>
        <Money {...row(of).recurringTotal} /> {intervalText(row(of).plan.interval)}
      </>
    ),
  },
];

/** The columns of a list over all customers. */
export const subscriptionColumns: Columns = [
  number,
  { header: "Customer", cell: (of) => row(of).customer.name },
  ...rest,
];

/** The subscriptions of one customer. */
export function SubscriptionRows({ customerId }: { customerId: string }) {
  const pages = usePages({
    query: CustomerSubscriptionsQuery,
    variables: { id: customerId },
    connection: (data) => data.customer?.subscriptions,
    typenames: ["SubscriptionContract"],
  });
  return (
    <RowList
      things="subscriptions"
      pages={pages}
      columns={[number, ...rest]}
      rowKey={({ id }) => id}
      href={({ id }) => `/subscriptions/${id}`}
      empty={{
        title: "No subscriptions yet",
        children: "The first one makes the first invoice.",
        action: { label: "Start a subscription", href: `/customers/${customerId}/subscribe` },
      }}
      filtered={false}
      unfilteredHref={`/customers/${customerId}`}
    />
  );
}
