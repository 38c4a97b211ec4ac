import { DateRange, FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useLivePayments } from "../app/live.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";
import type { PaymentStatus } from "../gql/graphql.ts";
import { paymentColumns } from "./PaymentRows.tsx";

const PaymentsQuery = graphql(`
  query Payments($filter: PaymentFilter, $after: String) {
    payments(filter: $filter, first: 20, after: $after) {
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
`);

const groups: Record<string, readonly PaymentStatus[]> = {
  succeeded: ["SUCCEEDED"],
  unfinished: ["REQUIRES_ACTION", "PROCESSING"],
  declined: ["DECLINED"],
  reversed: ["REVERSED"],
};

const tabs = [
  { value: "", label: "All" },
  { value: "succeeded", label: "Succeeded" },
  { value: "unfinished", label: "Under way" },
  { value: "declined", label: "Declined" },
  { value: "reversed", label: "Put back" },
];

/** The payments of all customers, declined ones included. */
export default function PaymentsPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  useLivePayments();
  const statuses = groups[status];
  const pages = usePages({
    query: PaymentsQuery,
    variables: {
      filter: {
        ...(statuses && { statuses: [...statuses] }),
        ...(search && { search }),
        ...(from && { paidFrom: from }),
        ...(until && { paidUntil: until }),
      },
    },
    connection: (data) => data.payments,
    typenames: ["Payment"],
  });
  return (
    <>
      <PageTitle title="Payments" />
      <FilterTabs name="status" label="Payments by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search payments" placeholder="Receipt or customer" />
        <DateRange label="Paid" />
      </Filters>
      <RowList
        things="payments"
        pages={pages}
        columns={paymentColumns}
        rowKey={({ id }) => id}
        href={({ id }) => `/payments/${id}`}
        empty={{
          title: "No payments yet",
          children: "Card payments and confirmed transfers will stand here.",
        }}
        filtered={[status, search, from, until].some((value) => value !== "")}
        unfilteredHref="/payments"
      />
    </>
  );
}
