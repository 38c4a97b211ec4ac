import IconAlertTriangle from "@tabler/icons-react/icons/IconAlertTriangle";
import { Badge } from "./Badge.tsx";
import { Day } from "./Day.tsx";

type Props = {
  /** The last day on which it holds. */
  value: string;
  today: string;
};

/** The last day of something, and whether that is over. */
export function ExpiryDay({ value, today }: Props) {
  return (
    <>
      <Day value={value} />{" "}
      {isOver(value, today) && (
        <Badge tone="negative" icon={IconAlertTriangle}>
          Expired
        </Badge>
      )}
    </>
  );
}

/** Whether the last day of something has passed. */
export function isOver(lastDay: string | null, today: string): boolean {
  return lastDay !== null && lastDay < today;
}
