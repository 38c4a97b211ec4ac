import { Day } from "@quittance/ui/Day.tsx";
import type { DisputeState } from "../gql/graphql.ts";

/** Until when evidence is taken, as long as it is waited for. */
export function EvidenceDue({ state, evidenceDueOn }: { state: DisputeState; evidenceDueOn: string }) {
  return state === "NEEDS_RESPONSE" ? <Day value={evidenceDueOn} /> : <>—</>;
}
