import { useMemo } from "react";
import { useQuery } from "urql";
import { useLiveNotices } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const UnreadNotices = graphql(`
  query UnreadNotices {
    notices(first: 1) {
      unreadCount
    }
  }
`);

/** How many notices the viewer has not read, kept up to date; none for those who may not see them. */
export function useUnreadNotices(): number {
  const pause = !useMay("PAYMENT_READ");
  const context = useMemo(() => ({ additionalTypenames: ["Notice"] }), []);
  const [{ data }] = useQuery({ query: UnreadNotices, context, pause });
  useLiveNotices(pause);
  return data?.notices.unreadCount ?? 0;
}
