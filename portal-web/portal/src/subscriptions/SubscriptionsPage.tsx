import { FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { countOf, RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import type { ComponentProps } from "react";
import { usePages } from "@quittance/client/usePages.ts";
import { useLiveSubscriptions } from "../app/live.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { SubscriptionStatus } from "../gql/graphql.ts";
import { intervalText } from "@quittance/ui/intervalText.ts";

const SubscriptionRow = graphql(`
  fragment SubscriptionRow on SubscriptionContract {
    id
    number
    status
    plan {
      id
      name
      interval {
        count
        unit
      }
    }
    recurringTotal {
      amount
      currency
    }
    nextInvoiceOn
    startedOn
  }
`);

const SubscriptionsPageQuery = graphql(`
  query SubscriptionsPage($filter: SubscriptionFilter, $after: String) {
    viewer {
      id
      customer {
        id
        subscriptions(filter: $filter, first: 20, after: $after) {
          edges {
            node {
              id
              ...SubscriptionRow
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

type Row = { id: string } & FragmentType<typeof SubscriptionRow>;

const groups: Record<string, readonly SubscriptionStatus[]> = {
  running: ["LIVE", "TRIAL", "DUNNING", "UNPAID", "NON_RENEWING", "PAUSED"],
  coming: ["FUTURE"],
  ended: ["CANCELLED", "EXPIRED", "TRIAL_EXPIRED"],
};

const tabs = [
  { value: "", label: "All" },
  { value: "running", label: "Running" },
  { value: "coming", label: "Starting later" },
  { value: "ended", label: "Ended" },
];

const row = (of: Row) => getFragmentData(SubscriptionRow, of);

const columns: ComponentProps<typeof RowTable<Row>>["columns"] = [
  { header: "Plan", cell: (of) => row(of).plan.name },
  { header: "Number", cell: (of) => row(of).number },
  { header: "Status", cell: (of) => <StatusBadge status={row(of).status} />, card: "beside" },
  { header: "Started", cell: (of) => <Day value={row(of).startedOn} />, card: "hidden" },
  {
    header: "Next invoice",
    cell: (of) => {
      const { nextInvoiceOn } = row(of);
      return nextInvoiceOn ? <Day value={nextInvoiceOn} /> : "—";
    },
  },
  {
    header: "Price",
    end: true,
    cell: (of) => {
      const { recurringTotal, plan } = row(of);
      return (
        <>
          <Money {...recurringTotal} /> {intervalText(plan.interval)}
        </>
      );
    },
  },
];

/** Every subscription of the customer. */
export default function SubscriptionsPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const statuses = groups[status];
  useLiveSubscriptions();
  const pages = usePages({
    query: SubscriptionsPageQuery,
    variables: {
      filter: { ...(statuses && { statuses: [...statuses] }), ...(search && { search }) },
    },
    connection: (data) => data.viewer?.customer?.subscriptions,
    typenames: ["SubscriptionContract"],
  });
  return (
    <>
      <PageTitle title="Subscriptions" count={countOf(pages)} />
      <FilterTabs name="status" label="Subscriptions by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search subscriptions" placeholder="Plan or number" />
      </Filters>
      <RowList
        things="subscriptions"
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/subscriptions/${id}`}
        empty={{ title: "No subscriptions yet", children: "What you subscribe to will stand here." }}
        filtered={status !== "" || search !== ""}
        unfilteredHref="/subscriptions"
      />
    </>
  );
}
