import { useMemo } from "react";
import { useQuery } from "urql";
import { useLiveParkedDeliveries } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const ParkedCount = graphql(`
  query ParkedCount {
    parkedDeliveries(first: 1) {
      totalCount
    }
  }
`);

/** How many deliveries are parked, kept up to date; none for those who may not see them. */
export function useParkedCount(): number {
  const pause = !useMay("OPERATIONS_READ");
  const context = useMemo(() => ({ additionalTypenames: ["ParkedDelivery"] }), []);
  const [{ data }] = useQuery({ query: ParkedCount, context, pause });
  useLiveParkedDeliveries(pause);
  return data?.parkedDeliveries.totalCount ?? 0;
}
