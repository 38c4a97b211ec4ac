import { DateRange, FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { countOf, RowList } from "@quittance/ui/ListPage.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import type { ComponentProps } from "react";
import { Link } from "wouter";
import { useLiveInvoices } from "../app/live.ts";
import { PageLink } from "../app/PageLink.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { InvoiceFilter } from "../gql/graphql.ts";
import { PayButton } from "../payments/PayButton.tsx";

const InvoiceRow = graphql(`
  fragment InvoiceRow on Invoice {
    id
    number
    status
    overdue
    issuedOn
    dueOn
    total {
      amount
      currency
    }
    amountDue {
      amount
      currency
    }
    paid {
      amount
      currency
    }
  }
`);

const InvoicesPageQuery = graphql(`
  query InvoicesPage($filter: InvoiceFilter, $after: String) {
    viewer {
      id
      customer {
        id
        invoices(filter: $filter, first: 20, after: $after) {
          edges {
            node {
              id
              ...InvoiceRow
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

type Row = { id: string } & FragmentType<typeof InvoiceRow>;

const filters: Record<string, InvoiceFilter> = {
  outstanding: { outstanding: true },
  overdue: { overdue: true },
  paid: { statuses: ["PAID"] },
};

const tabs = [
  { value: "", label: "All" },
  { value: "outstanding", label: "Outstanding" },
  { value: "overdue", label: "Overdue" },
  { value: "paid", label: "Paid" },
];

const row = (of: Row) => getFragmentData(InvoiceRow, of);

const columns: ComponentProps<typeof RowTable<Row>>["columns"] = [
  { header: "Invoice", cell: (of) => row(of).number ?? "Draft" },
  {
    header: "Status",
    card: "beside",
    cell: (of) => {
      const { status, overdue, paid } = row(of);
      return (
        <StatusBadge status={status} overdue={overdue} partlyPaid={status === "OPEN" && !isZero(paid)} />
      );
    },
  },
  { header: "Issued", cell: (of) => <DayOrDash value={row(of).issuedOn} /> },
  { header: "Due", cell: (of) => <DayOrDash value={row(of).dueOn} /> },
  { header: "Total", end: true, cell: (of) => <Money {...row(of).total} /> },
  {
    header: "To pay",
    end: true,
    cell: (of) => (row(of).status === "OPEN" ? <Money {...row(of).amountDue} /> : null),
  },
];

function DayOrDash({ value }: { value: string | null | undefined }) {
  return value ? <Day value={value} /> : "—";
}

/** Every invoice of the customer, or of one subscription. */
export default function InvoicesPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  const [subscription] = useFilter("subscription");
  useLiveInvoices();
  const pages = usePages({
    query: InvoicesPageQuery,
    variables: {
      filter: {
        ...filters[status],
        ...(search && { search }),
        ...(from && { issuedFrom: from }),
        ...(until && { issuedUntil: until }),
        ...(subscription && { subscriptionId: subscription }),
      },
    },
    connection: (data) => data.viewer?.customer?.invoices,
    typenames: ["Invoice"],
  });
  return (
    <>
      <PageTitle title="Invoices" count={countOf(pages)} />
      {subscription && (
        <Notice quiet action={<Link href="/invoices">Show all invoices</Link>}>
          Only the invoices of{" "}
          <PageLink by="SUBSCRIPTIONS" href={`/subscriptions/${subscription}`}>
            one subscription
          </PageLink>
          .
        </Notice>
      )}
      <FilterTabs name="status" label="Invoices by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search invoices" placeholder="Number" />
        <DateRange label="Issued" />
      </Filters>
      <RowList
        things="invoices"
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/invoices/${id}`}
        action={(of) => {
          const { id, status, number } = row(of);
          return status === "OPEN" && <PayButton invoiceIds={[id]} what={number ?? ""} quiet />;
        }}
        empty={{ title: "No invoices yet", children: "They will stand here when the first one is issued." }}
        filtered={[status, search, from, until, subscription].some((value) => value !== "")}
        unfilteredHref="/invoices"
      />
    </>
  );
}
