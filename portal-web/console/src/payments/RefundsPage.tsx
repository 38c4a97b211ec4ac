import { usePages } from "@quittance/client/usePages.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { DateRange, FilterTabs, Filters } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useLivePayments } from "../app/live.ts";
import { graphql } from "../gql";
import type { RefundStatus } from "../gql/graphql.ts";
import { refundStatus } from "./refundStatus.ts";

const RefundsQuery = graphql(`
  query Refunds($filter: RefundFilter, $after: String) {
    refunds(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          number
          status
          methodLabel
          begunOn
          amount {
            amount
            currency
          }
          payment {
            id
            number
            customer {
              id
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const groups: Record<string, readonly RefundStatus[]> = {
  underway: ["PENDING"],
  refunded: ["SUCCEEDED"],
  failed: ["FAILED", "RETURNED"],
};

const tabs = [
  { value: "", label: "All" },
  { value: "underway", label: "On their way" },
  { value: "refunded", label: "Refunded" },
  { value: "failed", label: "Failed or came back" },
];

/** The refunds of all customers: what went back, what is on its way, what failed. */
export default function RefundsPage() {
  const [status] = useFilter("status");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  useLivePayments();
  const statuses = groups[status];
  const pages = usePages({
    query: RefundsQuery,
    variables: {
      filter: {
        ...(statuses && { statuses: [...statuses] }),
        ...(from && { begunFrom: from }),
        ...(until && { begunUntil: until }),
      },
    },
    connection: (data) => data.refunds,
    typenames: ["Refund", "Payment"],
  });
  return (
    <>
      <PageTitle title="Refunds" />
      <FilterTabs name="status" label="Refunds by status" tabs={tabs} />
      <Filters>
        <DateRange label="Begun" />
      </Filters>
      <RowList
        things="refunds"
        pages={pages}
        columns={[
          {
            header: "Refund",
            cell: ({ number, payment }) => number ?? `Of ${payment.number ?? "a payment"}`,
          },
          { header: "Customer", cell: ({ payment }) => payment.customer.name },
          {
            header: "Status",
            card: "beside",
            cell: ({ status: state }) => <StatusBadge status={refundStatus(state)} />,
          },
          { header: "Begun", cell: ({ begunOn }) => <Day value={begunOn} /> },
          { header: "Goes back by", cell: ({ methodLabel }) => methodLabel },
          { header: "Amount", end: true, cell: ({ amount }) => <Money {...amount} /> },
        ]}
        rowKey={({ id }) => id}
        href={({ payment }) => `/payments/${payment.id}`}
        empty={{ title: "No refunds yet", children: "A refund begins at the payment that it sends back." }}
        filtered={[status, from, until].some((value) => value !== "")}
        unfilteredHref="/refunds"
      />
    </>
  );
}
