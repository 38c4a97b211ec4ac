import IconAlertTriangle from "@tabler/icons-react/icons/IconAlertTriangle";
import { Badge } from "./Badge.tsx";
import { Day } from "./Day.tsx";

type Props = {
  /** The last day on which it holds. */
  value: string;
  today: string;
};

/** How many days before its last day something expires soon; the customer gets a mail then, too. */
const SOON = 30;
const DAY = 86_400_000;

/** The last day of something, and whether that is over or near. */
export function ExpiryDay({ value, today }: Props) {
  return (
    <>
      <Day value={value} />{" "}
      {isOver(value, today) ? (
        <Badge tone="negative" icon={IconAlertTriangle}>
          Expired
        </Badge>
      ) : (
        isNear(value, today) && (
          <Badge tone="attention" icon={IconAlertTriangle}>
            Expires soon
          </Badge>
        )
      )}
    </>
  );
}

/** Whether the last day of something has passed. */
export function isOver(lastDay: string | null, today: string): boolean {
  return lastDay !== null && lastDay < today;
}

function isNear(lastDay: string, today: string): boolean {
  return Date.parse(lastDay) - Date.parse(today) <= SOON * DAY;
}
