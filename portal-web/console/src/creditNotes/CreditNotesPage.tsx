import { DateRange, FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { useLiveInvoices } from "../app/live.ts";
import { graphql } from "../gql";
import type { CreditNoteFilter } from "../gql/graphql.ts";
import { creditNoteColumns } from "./CreditNoteRows.tsx";

const CreditNotesQuery = graphql(`
  query CreditNotes($filter: CreditNoteFilter, $after: String) {
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
`);

const filters: Record<string, CreditNoteFilter> = {
  credits: { kinds: ["CREDIT_NOTE"] },
  cancellations: { kinds: ["CANCELLATION"] },
};

const tabs = [
  { value: "", label: "All" },
  { value: "credits", label: "Credit notes" },
  { value: "cancellations", label: "Cancellations" },
];

/** The credit notes and cancellations of all customers. */
export default function CreditNotesPage() {
  const [kind] = useFilter("kind");
  const [search] = useFilter("search");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  useLiveInvoices();
  const pages = usePages({
    query: CreditNotesQuery,
    variables: {
      filter: {
        ...filters[kind],
        ...(search && { search }),
        ...(from && { issuedFrom: from }),
        ...(until && { issuedUntil: until }),
      },
    },
    connection: (data) => data.creditNotes,
    typenames: ["CreditNote", "Invoice"],
  });
  return (
    <>
      <PageTitle title="Credit notes" />
      <FilterTabs name="kind" label="Credit notes by kind" tabs={tabs} />
      <Filters>
        <SearchField label="Search credit notes" placeholder="Number, invoice or customer" />
        <DateRange label="Issued" />
      </Filters>
      <RowList
        things="credit notes"
        pages={pages}
        columns={creditNoteColumns}
        rowKey={({ id }) => id}
        href={({ id }) => `/credit-notes/${id}`}
        empty={{
          title: "No credit notes yet",
          children: "Open an invoice to credit some of its lines or to cancel it.",
          action: { label: "See invoices", href: "/invoices" },
        }}
        filtered={[kind, search, from, until].some((value) => value !== "")}
        unfilteredHref="/credit-notes"
      />
    </>
  );
}
