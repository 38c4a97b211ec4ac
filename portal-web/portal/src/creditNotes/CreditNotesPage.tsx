import { creditNoteKinds } from "@quittance/shared/documents/creditNoteKinds.ts";
import { DateRange, FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import type { ComponentProps } from "react";
import { useLiveInvoices } from "../app/live.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { CreditNoteFilter } from "../gql/graphql.ts";

const CreditNoteRow = graphql(`
  fragment CreditNoteRow on CreditNote {
    id
    kind
    number
    issuedOn
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

const CreditNotesPageQuery = graphql(`
  query CreditNotesPage($filter: CreditNoteFilter, $after: String) {
    viewer {
      id
      customer {
        id
        creditNotes(filter: $filter, first: 20, after: $after) {
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
  }
`);

type Row = { id: string } & FragmentType<typeof CreditNoteRow>;

const filters: Record<string, CreditNoteFilter> = {
  credits: { kinds: ["CREDIT_NOTE"] },
  cancellations: { kinds: ["CANCELLATION"] },
};

const tabs = [
  { value: "", label: "All" },
  { value: "credits", label: "Credit notes" },
  { value: "cancellations", label: "Cancellations" },
];

const row = (of: Row) => getFragmentData(CreditNoteRow, of);

const columns: ComponentProps<typeof RowTable<Row>>["columns"] = [
  { header: "Number", cell: (of) => row(of).number },
  { header: "Kind", card: "beside", cell: (of) => creditNoteKinds[row(of).kind] },
  { header: "Issued", cell: (of) => <Day value={row(of).issuedOn} /> },
  { header: "For invoice", cell: (of) => row(of).invoice?.number ?? "—" },
  { header: "Total", end: true, cell: (of) => <Money {...row(of).total} /> },
];

/** What the customer was given back, newest first. */
export default function CreditNotesPage() {
  const [kind] = useFilter("kind");
  const [search] = useFilter("search");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  useLiveInvoices();
  const pages = usePages({
    query: CreditNotesPageQuery,
    variables: {
      filter: {
        ...filters[kind],
        ...(search && { search }),
        ...(from && { issuedFrom: from }),
        ...(until && { issuedUntil: until }),
      },
    },
    connection: (data) => data.viewer?.customer?.creditNotes,
    typenames: ["CreditNote", "Invoice"],
  });
  return (
    <>
      <PageTitle title="Credit notes" />
      <FilterTabs name="kind" label="Credit notes by kind" tabs={tabs} />
      <Filters>
        <SearchField label="Search credit notes" placeholder="Number or invoice" />
        <DateRange label="Issued" />
      </Filters>
      <RowList
        things="credit notes"
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/credit-notes/${id}`}
        empty={{
          title: "No credit notes yet",
          children: "What is given back to you, in part or wholly, will stand here.",
        }}
        filtered={[kind, search, from, until].some((value) => value !== "")}
        unfilteredHref="/credit-notes"
      />
    </>
  );
}
