import { Button } from "@mantine/core";
import { FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import type { ComponentProps } from "react";
import { Link } from "wouter";
import { usePages } from "@quittance/client/usePages.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { CustomerFilter } from "../gql/graphql.ts";
import { paymentKinds } from "./paymentKinds.ts";

const CustomerRow = graphql(`
  fragment CustomerRow on Customer {
    id
    name
    externalId
    email
    active
    paymentKind
    outstanding {
      currency
      total {
        amount
        currency
      }
    }
  }
`);

const CustomersQuery = graphql(`
  query Customers($filter: CustomerFilter, $after: String) {
    customers(filter: $filter, first: 20, after: $after) {
      totalCount
      edges {
        node {
          id
          ...CustomerRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Row = { id: string } & FragmentType<typeof CustomerRow>;

const filters: Record<string, CustomerFilter> = {
  active: { active: true },
  overdue: { overdue: true },
  faulty: { faulty: true },
  inactive: { active: false },
};

const tabs = [
  { value: "", label: "All" },
  { value: "active", label: "Active" },
  { value: "overdue", label: "With overdue invoices" },
  { value: "faulty", label: "Can't be billed" },
  { value: "inactive", label: "Inactive" },
];

const row = (of: Row) => getFragmentData(CustomerRow, of);

const columns: ComponentProps<typeof RowTable<Row>>["columns"] = [
  { header: "Name", cell: (of) => row(of).name },
  { header: "External id", cell: (of) => row(of).externalId ?? "—", card: "hidden" },
  { header: "Email", cell: (of) => row(of).email ?? "—" },
  { header: "Pays", cell: (of) => paymentKinds[row(of).paymentKind] },
  {
    header: "Status",
    card: "beside",
    cell: (of) => <StatusBadge status={row(of).active ? "ACTIVE" : "INACTIVE"} />,
  },
  {
    header: "Outstanding",
    end: true,
    cell: (of) => <MoneyByCurrency amounts={row(of).outstanding.map(({ total }) => total)} />,
  },
];

/** Every customer, by name. */
export default function CustomersPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const mayWrite = useMay("CUSTOMER_WRITE");
  const pages = usePages({
    query: CustomersQuery,
    variables: { filter: { ...filters[status], ...(search && { search }) } },
    connection: (data) => data.customers,
    typenames: ["Customer"],
  });
  return (
    <>
      <PageTitle
        title="Customers"
        actions={
          mayWrite && (
            <Button component={Link} href="/customers/new">
              Add customer
            </Button>
          )
        }
      />
      <FilterTabs name="status" label="Customers by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search customers" placeholder="Name, external id or email" />
      </Filters>
      <RowList
        things="customers"
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/customers/${id}`}
        empty={{
          title: "No customers yet",
          children: "Add the first one by hand, or import them from a file.",
          action: { label: "Import customers", href: "/import" },
        }}
        filtered={status !== "" || search !== ""}
        unfilteredHref="/customers"
      />
    </>
  );
}
