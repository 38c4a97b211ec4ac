import type { Happening } from "@quittance/ui/Thing.tsx";
import { HistoryRows } from "../app/HistoryRows.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";

const SubscriptionHistoryQuery = graphql(`
  query SubscriptionHistory($id: ID!, $after: String) {
    subscription(id: $id) {
      id
      history(first: 20, after: $after) {
        edges {
          node {
            id
            ...HistoryRow
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

type Props = {
  subscriptionId: string;
  /** What is planned, the last first. */
  coming: readonly Happening[];
};

/** What is coming and what happened to a subscription. */
export function SubscriptionHistory({ subscriptionId, coming }: Props) {
  const pages = usePages({
    query: SubscriptionHistoryQuery,
    variables: { id: subscriptionId },
    connection: (data) => data.subscription?.history,
    typenames: ["HistoryEntry", "SubscriptionContract"],
  });
  return <HistoryRows pages={pages} coming={coming} />;
}
