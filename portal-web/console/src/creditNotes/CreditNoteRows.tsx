import { creditNoteKinds } from "@quittance/shared/documents/creditNoteKinds.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import type { ComponentProps } from "react";
import { usePages } from "@quittance/client/usePages.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const CreditNoteRow = graphql(`
  fragment CreditNoteRow on CreditNote {
    id
    kind
    number
    issuedOn
    reason
    customer {
      id
      name
    }
    invoice {
      id
      number
    }
    total {
      amount
      currency
    }
  }
`);

const CustomerCreditNotesQuery = graphql(`
  query CustomerCreditNotes($id: ID!, $after: String) {
    customer(id: $id) {
      id
      creditNotes(first: 20, after: $after) {
        edges {
          node {
            id
            ...CreditNoteRow
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

type Row = { id: string } & FragmentType<typeof CreditNoteRow>;
type Columns = ComponentProps<typeof RowTable<Row>>["columns"];

const row = (of: Row) => getFragmentData(CreditNoteRow, of);

const [number, ...rest]: Columns = [
  { header: "Number", cell: (of) => row(of).number },
  { header: "Kind", card: "beside", cell: (of) => creditNoteKinds[row(of).kind] },
  { header: "Issued", cell: (of) => <Day value={row(of).issuedOn} /> },
  { header: "For invoice", cell: (of) => row(of).invoice?.number ?? "—" },
  { header: "Reason", card: "hidden", cell: (of) => row(of).reason },
  { header: "Total", end: true, cell: (of) => <Money {...row(of).total} /> },
];

/** The columns of a list over all customers. */
export const creditNoteColumns: Columns = [
  number,
  { header: "Customer", cell: (of) => row(of).customer.name },
  ...rest,
];

/** The credit notes and cancellations of one customer. */
export function CreditNoteRows({ customerId }: { customerId: string }) {
  const pages = usePages({
    query: CustomerCreditNotesQuery,
    variables: { id: customerId },
    connection: (data) => data.customer?.creditNotes,
    typenames: ["CreditNote", "Invoice"],
  });
  return (
    <RowList
      things="credit notes"
      pages={pages}
      columns={[number, ...rest]}
      rowKey={({ id }) => id}
      href={({ id }) => `/credit-notes/${id}`}
      empty={{ title: "No credit notes yet", children: "What is given back of invoices stands here." }}
      filtered={false}
      unfilteredHref={`/customers/${customerId}`}
    />
  );
}
