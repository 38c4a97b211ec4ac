import { FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";
import type { SubscriptionStatus } from "../gql/graphql.ts";
import { subscriptionColumns } from "./SubscriptionRows.tsx";

const SubscriptionsQuery = graphql(`
  query Subscriptions($filter: SubscriptionFilter, $after: String) {
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
`);

const groups: Record<string, readonly SubscriptionStatus[]> = {
  running: ["LIVE", "TRIAL", "DUNNING", "UNPAID", "NON_RENEWING", "PAUSED"],
  ending: ["NON_RENEWING"],
  coming: ["FUTURE"],
  ended: ["CANCELLED", "EXPIRED", "TRIAL_EXPIRED"],
};

const tabs = [
  { value: "", label: "All" },
  { value: "running", label: "Running" },
  { value: "ending", label: "Ending" },
  { value: "coming", label: "Starting later" },
  { value: "ended", label: "Ended" },
];

/** The subscriptions of all customers. */
export default function SubscriptionsPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const [plan] = useFilter("plan");
  const statuses = groups[status];
  const pages = usePages({
    query: SubscriptionsQuery,
    variables: {
      filter: {
        ...(statuses && { statuses: [...statuses] }),
        ...(search && { search }),
        ...(plan && { planId: plan }),
      },
    },
    connection: (data) => data.subscriptions,
    typenames: ["SubscriptionContract"],
  });
  return (
    <>
      <PageTitle title="Subscriptions" />
      <FilterTabs name="status" label="Subscriptions by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search subscriptions" placeholder="Number, plan or customer" />
      </Filters>
      <RowList
        things="subscriptions"
        pages={pages}
        columns={subscriptionColumns}
        rowKey={({ id }) => id}
        href={({ id }) => `/subscriptions/${id}`}
        empty={{
          title: "No subscriptions yet",
          children: "Choose a customer and start one, or import them with their customers.",
          action: { label: "See customers", href: "/customers" },
        }}
        filtered={status !== "" || search !== "" || plan !== ""}
        unfilteredHref="/subscriptions"
      />
    </>
  );
}
