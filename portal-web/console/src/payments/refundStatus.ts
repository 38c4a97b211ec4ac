import type { Status } from "@quittance/ui/statuses.ts";
import type { RefundStatus } from "../gql/graphql.ts";

/** How a refund's state is shown. */
export function refundStatus(status: RefundStatus): Status {
  switch (status) {
    case "PENDING":
      return "ON_ITS_WAY";
    case "SUCCEEDED":
      return "REFUNDED";
    case "FAILED":
      return "FAILED";
    case "RETURNED":
      return "CAME_BACK";
  }
}
