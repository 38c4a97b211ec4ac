import { Badge } from "./Badge.tsx";
import { statuses, type Status } from "./statuses.ts";

type Props = {
  /** The state as GraphQL names it. */
  status: Status;
  /** Part of the money has come in, or the due day has passed: derived states that win over OPEN. */
  overdue?: boolean;
  partlyPaid?: boolean;
};

/** Where a thing stands: the same word, icon and colour on every screen. */
export function StatusBadge({ status, overdue = false, partlyPaid = false }: Props) {
  const derived = overdue ? "OVERDUE" : partlyPaid && status === "OPEN" ? "PARTLY_PAID" : status;
  const { word, tone, icon } = statuses[derived];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
