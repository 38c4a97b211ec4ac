import { usePages } from "@quittance/client/usePages.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { FilterTabs } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useLiveClock, useLiveInvoices } from "../app/live.ts";
import { graphql } from "../gql";
import { AtRisk } from "./AtRisk.tsx";
import { StageBadge } from "./StageBadge.tsx";
import { declines } from "./stages.ts";

const DunningQuery = graphql(`
  query Dunning($filter: DunningFilter, $after: String) {
    dunningCases(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          stage
          decline
          tries
          failedFirstOn
          retryOn
          givenUpOn
          customer {
            id
            name
          }
          invoice {
            id
            number
            amountDue {
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

const tabs = [
  { value: "", label: "Being collected" },
  { value: "over", label: "Given up" },
];

/** Invoices whose charge failed: what is at risk, and what happens next. */
export default function DunningPage() {
  const [status] = useFilter("status");
  useLiveInvoices();
  useLiveClock();
  const pages = usePages({
    query: DunningQuery,
    variables: { filter: { active: status !== "over" } },
    connection: (data) => data.dunningCases,
    typenames: ["DunningCase", "Invoice"],
  });
  return (
    <>
      <PageTitle
        title="Failed charges"
        note="Invoices that could not be charged by themselves. They are tried again by the rules in Settings → Unpaid invoices."
      />
      <AtRisk />
      <FilterTabs name="status" label="Failed charges by status" tabs={tabs} />
      <RowList
        things="failed charges"
        pages={pages}
        columns={[
          { header: "Invoice", cell: ({ invoice }) => invoice.number ?? "Invoice" },
          { header: "Customer", cell: ({ customer }) => customer.name },
          { header: "Status", card: "beside", cell: ({ stage }) => <StageBadge stage={stage} /> },
          { header: "Reason", cell: ({ decline }) => (decline ? declines[decline] : "–") },
          { header: "Failed first", cell: ({ failedFirstOn }) => <Day value={failedFirstOn} /> },
          { header: "Tries", end: true, cell: ({ tries }) => tries },
          { header: "Next try", cell: ({ retryOn }) => (retryOn ? <Day value={retryOn} /> : "–") },
          { header: "Given up on", cell: ({ givenUpOn }) => (givenUpOn ? <Day value={givenUpOn} /> : "–") },
          { header: "Due", end: true, cell: ({ invoice }) => <Money {...invoice.amountDue} /> },
        ]}
        rowKey={({ id }) => id}
        href={({ invoice }) => `/invoices/${invoice.id}`}
        empty={{
          title: "No failed charges",
          children: "When a card is declined that is charged by itself, its invoice stands here.",
        }}
        filtered={status !== ""}
        unfilteredHref="/failed-charges"
      />
    </>
  );
}
