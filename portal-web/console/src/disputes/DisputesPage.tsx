import { usePages } from "@quittance/client/usePages.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { DateRange, FilterTabs, Filters } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useLiveClock, useLiveDisputes } from "../app/live.ts";
import { graphql } from "../gql";
import type { DisputeState } from "../gql/graphql.ts";
import { EvidenceDue } from "./EvidenceDue.tsx";
import { useFetchDisputes } from "./FetchDisputes.tsx";
import { disputeReasons } from "./reasons.ts";

const DisputesQuery = graphql(`
  query Disputes($filter: DisputeFilter, $after: String) {
    disputes(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          state
          reason
          openedOn
          evidenceDueOn
          amount {
            amount
            currency
          }
          payment {
            id
            number
          }
          customer {
            id
            name
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

const groups: Record<string, readonly DisputeState[]> = {
  respond: ["NEEDS_RESPONSE"],
  review: ["UNDER_REVIEW"],
  won: ["WON"],
  lost: ["LOST", "ACCEPTED"],
};

const tabs = [
  { value: "", label: "All" },
  { value: "respond", label: "Need response" },
  { value: "review", label: "Under review" },
  { value: "won", label: "Won" },
  { value: "lost", label: "Lost" },
];

/** Payments that payers dispute at their bank: what waits for evidence, and how it ended. */
export default function DisputesPage() {
  const [status] = useFilter("status");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  useLiveDisputes();
  useLiveClock();
  const { button, notice } = useFetchDisputes();
  const states = groups[status];
  const pages = usePages({
    query: DisputesQuery,
    variables: {
      filter: {
        ...(states && { states: [...states] }),
        ...(from && { openedFrom: from }),
        ...(until && { openedUntil: until }),
      },
    },
    connection: (data) => data.disputes,
    typenames: ["Dispute"],
  });
  return (
    <>
      <PageTitle
        title="Disputes"
        note="Money that payers' banks took back. Asked for every day; what waits for evidence is lost after its last day."
        actions={button}
      />
      {notice}
      <FilterTabs name="status" label="Disputes by status" tabs={tabs} />
      <Filters>
        <DateRange label="Opened" />
      </Filters>
      <RowList
        things="disputes"
        pages={pages}
        columns={[
          { header: "Payment", cell: ({ payment }) => payment.number ?? "Payment" },
          { header: "Customer", cell: ({ customer }) => customer.name },
          { header: "Status", card: "beside", cell: ({ state }) => <StatusBadge status={state} /> },
          { header: "Reason", cell: ({ reason }) => disputeReasons[reason] },
          { header: "Opened", cell: ({ openedOn }) => <Day value={openedOn} /> },
          { header: "Evidence until", cell: (dispute) => <EvidenceDue {...dispute} /> },
          { header: "Amount", end: true, cell: ({ amount }) => <Money {...amount} /> },
        ]}
        rowKey={({ id }) => id}
        href={({ id }) => `/disputes/${id}`}
        empty={{
          title: "No disputes",
          children: "When a payer's bank takes money back, it stands here by itself.",
        }}
        filtered={[status, from, until].some((value) => value !== "")}
        unfilteredHref="/disputes"
      />
    </>
  );
}
