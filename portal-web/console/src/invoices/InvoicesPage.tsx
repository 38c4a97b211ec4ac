import { Button } from "@mantine/core";
import { DateRange, FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useState } from "react";
import { Link } from "wouter";
import { useLiveInvoices } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";
import type { InvoiceFilter } from "../gql/graphql.ts";
import { InvoiceActions, InvoiceDialog, type ChosenAct } from "./InvoiceActions.tsx";
import { invoiceColumns } from "./InvoiceRows.tsx";

const InvoicesQuery = graphql(`
  query Invoices($filter: InvoiceFilter, $after: String) {
    invoices(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          ...InvoiceRow
          ...InvoiceActions
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const filters: Record<string, InvoiceFilter> = {
  outstanding: { outstanding: true },
  overdue: { overdue: true },
  paid: { statuses: ["PAID"] },
  void: { statuses: ["VOID"] },
};

const tabs = [
  { value: "", label: "All" },
  { value: "outstanding", label: "Outstanding" },
  { value: "overdue", label: "Overdue" },
  { value: "paid", label: "Paid" },
  { value: "void", label: "Void" },
];

/** The invoices of all customers. */
export default function InvoicesPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  const [subscription] = useFilter("subscription");
  const [chosen, setChosen] = useState<ChosenAct>();
  const mayWrite = useMay("INVOICE_WRITE");
  useLiveInvoices();
  const pages = usePages({
    query: InvoicesQuery,
    variables: {
      filter: {
        ...filters[status],
        ...(search && { search }),
        ...(from && { issuedFrom: from }),
        ...(until && { issuedUntil: until }),
        ...(subscription && { subscriptionId: subscription }),
      },
    },
    connection: (data) => data.invoices,
    typenames: ["Invoice"],
  });
  return (
    <>
      <PageTitle
        title="Invoices"
        actions={
          mayWrite && (
            <>
              <Button component={Link} href="/drafts" variant="default">
                Drafts
              </Button>
              <Button component={Link} href="/invoices/new">
                New invoice
              </Button>
            </>
          )
        }
      />
      {subscription && (
        <Notice quiet action={<Link href="/invoices">Show all invoices</Link>}>
          Only the invoices of <Link href={`/subscriptions/${subscription}`}>one subscription</Link>.
        </Notice>
      )}
      <FilterTabs name="status" label="Invoices by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search invoices" placeholder="Number or customer" />
        <DateRange label="Issued" />
      </Filters>
      <RowList
        things="invoices"
        pages={pages}
        columns={invoiceColumns}
        action={(invoice) => <InvoiceActions invoice={invoice} onChoose={setChosen} />}
        rowKey={({ id }) => id}
        href={({ id }) => `/invoices/${id}`}
        empty={{
          title: "No invoices yet",
          children: "A bill run makes the invoices of all subscriptions that are due.",
          action: { label: "Go to the bill run", href: "/bill-run" },
        }}
        filtered={[status, search, from, until, subscription].some((value) => value !== "")}
        unfilteredHref="/invoices"
      />
      {chosen && <InvoiceDialog {...chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
