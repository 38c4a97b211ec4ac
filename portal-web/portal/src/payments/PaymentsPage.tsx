import { DateRange, FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { countOf, RowList } from "@quittance/ui/ListPage.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import type { ComponentProps } from "react";
import { useLivePayments } from "../app/live.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { PaymentStatus } from "../gql/graphql.ts";

const PaymentRow = graphql(`
  fragment PaymentRow on Payment {
    id
    number
    status
    methodLabel
    paidOn
    amount {
      amount
      currency
    }
    disputed {
      amount
      currency
    }
    allocations {
      id
      invoice {
        id
        number
      }
    }
  }
`);

const PaymentsPageQuery = graphql(`
  query PaymentsPage($filter: PaymentFilter, $after: String) {
    viewer {
      id
      customer {
        id
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
    }
  }
`);

type Row = { id: string } & FragmentType<typeof PaymentRow>;

const groups: Record<string, readonly PaymentStatus[]> = {
  succeeded: ["SUCCEEDED"],
  unfinished: ["REQUIRES_ACTION", "PROCESSING"],
  declined: ["DECLINED"],
};

const tabs = [
  { value: "", label: "All" },
  { value: "succeeded", label: "Succeeded" },
  { value: "unfinished", label: "Under way" },
  { value: "declined", label: "Declined" },
];

const row = (of: Row) => getFragmentData(PaymentRow, of);

const columns: ComponentProps<typeof RowTable<Row>>["columns"] = [
  { header: "Receipt", cell: (of) => row(of).number ?? "No receipt" },
  {
    header: "Status",
    card: "beside",
    cell: (of) => <StatusBadge status={isZero(row(of).disputed) ? row(of).status : "DISPUTED"} />,
  },
  { header: "Date", cell: (of) => <Day value={row(of).paidOn} /> },
  { header: "With", cell: (of) => row(of).methodLabel },
  {
    header: "Invoices",
    cell: (of) => invoicesText(row(of).allocations.map(({ invoice }) => invoice.number)),
  },
  { header: "Amount", end: true, cell: (of) => <Money {...row(of).amount} /> },
];

function invoicesText(numbers: readonly (string | null | undefined)[]): string | null {
  if (numbers.length === 0) return null;
  return numbers.length <= 2 ? numbers.join(", ") : `${numbers[0]} and ${numbers.length - 1} more`;
}

/** Every payment of the customer, declined ones included. */
export default function PaymentsPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  useLivePayments();
  const statuses = groups[status];
  const pages = usePages({
    query: PaymentsPageQuery,
    variables: {
      filter: {
        ...(statuses && { statuses: [...statuses] }),
        ...(search && { search }),
        ...(from && { paidFrom: from }),
        ...(until && { paidUntil: until }),
      },
    },
    connection: (data) => data.viewer?.customer?.payments,
    typenames: ["Payment"],
  });
  return (
    <>
      <PageTitle title="Payments" count={countOf(pages)} />
      <FilterTabs name="status" label="Payments by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search payments" placeholder="Receipt number" />
        <DateRange label="Paid" />
      </Filters>
      <RowList
        things="payments"
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/payments/${id}`}
        empty={{
          title: "No payments yet",
          children: "When you pay an invoice, the receipt will stand here.",
          action: { label: "See outstanding invoices", href: "/invoices?status=outstanding" },
        }}
        filtered={[status, search, from, until].some((value) => value !== "")}
        unfilteredHref="/payments"
      />
    </>
  );
}
