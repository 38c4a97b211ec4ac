import { Badge } from "@quittance/ui/Badge.tsx";
import IconAlertTriangle from "@tabler/icons-react/icons/IconAlertTriangle";
import IconCheck from "@tabler/icons-react/icons/IconCheck";
import IconLoader from "@tabler/icons-react/icons/IconLoader";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const CheckBadgeFields = graphql(`
  fragment CheckBadge on BooksCheck {
    id
    finishedAt
    interrupted
    differenceCount
  }
`);

/** What came of a check, in a word. */
export function CheckBadge({ check: masked }: { check: FragmentType<typeof CheckBadgeFields> }) {
  const { finishedAt, interrupted, differenceCount } = getFragmentData(CheckBadgeFields, masked);
  if (differenceCount > 0)
    return (
      <Badge tone="negative" icon={IconAlertTriangle}>
        {`${differenceCount.toLocaleString()} ${differenceCount === 1 ? "difference" : "differences"}`}
      </Badge>
    );
  if (interrupted)
    return (
      <Badge tone="attention" icon={IconAlertTriangle}>
        Interrupted
      </Badge>
    );
  return finishedAt ? (
    <Badge tone="positive" icon={IconCheck}>
      No differences
    </Badge>
  ) : (
    <Badge tone="notice" icon={IconLoader}>
      Running
    </Badge>
  );
}
