import { useMemo } from "react";
import { useQuery } from "urql";
import { useLiveParkedDeliveries, useLiveParkedGatewayEvents } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const ParkedCount = graphql(`
  query ParkedCount {
    parkedDeliveries(first: 1) {
      totalCount
    }
    parkedGatewayEvents(first: 1) {
      totalCount
    }
  }
`);

/** How many deliveries, and events of card processors, are parked. */
type Parked = { deliveries: number; events: number };

/** What is parked, kept up to date; nothing for those who may not see it. */
export function useParked(): Parked {
  const pause = !useMay("OPERATIONS_READ");
  const context = useMemo(() => ({ additionalTypenames: ["ParkedDelivery", "ParkedGatewayEvent"] }), []);
  const [{ data }] = useQuery({ query: ParkedCount, context, pause });
  useLiveParkedDeliveries(pause);
  useLiveParkedGatewayEvents(pause);
  return {
    deliveries: data?.parkedDeliveries.totalCount ?? 0,
    events: data?.parkedGatewayEvents.totalCount ?? 0,
  };
}

/** How much is parked in all. */
export function useParkedCount(): number {
  const { deliveries, events } = useParked();
  return deliveries + events;
}
