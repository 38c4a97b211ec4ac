import { Button } from "@mantine/core";
import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Link } from "wouter";
import { usePages } from "@quittance/client/usePages.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const DraftsQuery = graphql(`
  query Drafts($after: String) {
    invoiceDrafts(first: 20, after: $after) {
      edges {
        node {
          id
          changedAt
          fault
          customer {
            id
            name
          }
          preview {
            total {
              amount
              currency
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

/** The invoices that are being written. */
export default function DraftsPage() {
  const mayWrite = useMay("INVOICE_WRITE");
  const pages = usePages({
    query: DraftsQuery,
    variables: {},
    connection: (data) => data.invoiceDrafts,
    typenames: ["DraftInvoice"],
  });
  return (
    <>
      <PageTitle
        title="Draft invoices"
        note={<Link href="/invoices">All posted invoices</Link>}
        actions={
          mayWrite && (
            <Button component={Link} href="/invoices/new">
              New invoice
            </Button>
          )
        }
      />
      <RowList
        things="drafts"
        pages={pages}
        columns={[
          { header: "Customer", cell: ({ customer }) => customer.name },
          { header: "Status", card: "beside", cell: () => <StatusBadge status="DRAFT" /> },
          { header: "Saved", cell: ({ changedAt }) => <Moment value={changedAt} /> },
          { header: "Can't be posted", cell: ({ fault }) => fault ?? "—" },
          {
            header: "Total",
            end: true,
            cell: ({ preview }) => (preview ? <Money {...preview.total} /> : "—"),
          },
        ]}
        rowKey={({ id }) => id}
        href={({ id }) => `/drafts/${id}`}
        empty={{
          title: "No drafts",
          children: "Invoices written by hand stand here until they are posted.",
          ...(mayWrite && { action: { label: "New invoice", href: "/invoices/new" } }),
        }}
        filtered={false}
        unfilteredHref="/drafts"
      />
    </>
  );
}
