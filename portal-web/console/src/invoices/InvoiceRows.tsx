import { Day } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { isZero, Money } from "@quittance/ui/Money.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import type { ComponentProps } from "react";
import { usePages } from "@quittance/client/usePages.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const InvoiceRow = graphql(`
  fragment InvoiceRow on Invoice {
    id
    number
    status
    overdue
    issuedOn
    dueOn
    customer {
      id
      name
    }
    total {
      amount
      currency
    }
    paid {
      amount
      currency
    }
    amountDue {
      amount
      currency
    }
  }
`);

const CustomerInvoicesQuery = graphql(`
  query CustomerInvoices($id: ID!, $after: String) {
    customer(id: $id) {
      id
      invoices(first: 20, after: $after) {
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
`);

type Row = { id: string } & FragmentType<typeof InvoiceRow>;
type Columns = ComponentProps<typeof RowTable<Row>>["columns"];

const row = (of: Row) => getFragmentData(InvoiceRow, of);

const [number, ...rest]: Columns = [
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
  { header: "To pay", end: true, cell: (of) => <Money {...row(of).amountDue} /> },
];

function DayOrDash({ value }: { value: string | null | undefined }) {
  return value ? <Day value={value} /> : "—";
}

/** The columns of a list over all customers. */
export const invoiceColumns: Columns = [
  number,
  { header: "Customer", cell: (of) => row(of).customer.name },
  ...rest,
];

/** The invoices of one customer. */
export function InvoiceRows({ customerId }: { customerId: string }) {
  const pages = usePages({
    query: CustomerInvoicesQuery,
    variables: { id: customerId },
    connection: (data) => data.customer?.invoices,
    typenames: ["Invoice"],
  });
  return (
    <RowList
      things="invoices"
      pages={pages}
      columns={[number, ...rest]}
      rowKey={({ id }) => id}
      href={({ id }) => `/invoices/${id}`}
      empty={{ title: "No invoices yet", children: "The next bill run makes the first one." }}
      filtered={false}
      unfilteredHref={`/customers/${customerId}`}
    />
  );
}
