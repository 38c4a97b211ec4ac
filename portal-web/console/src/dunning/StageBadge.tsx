import { Badge } from "@quittance/ui/Badge.tsx";
import IconAlertTriangle from "@tabler/icons-react/icons/IconAlertTriangle";
import IconLoader from "@tabler/icons-react/icons/IconLoader";
import IconPlayerPause from "@tabler/icons-react/icons/IconPlayerPause";
import IconRepeat from "@tabler/icons-react/icons/IconRepeat";
import IconX from "@tabler/icons-react/icons/IconX";
import IconCreditCardOff from "@tabler/icons-react/icons/IconCreditCardOff";
import type { DunningStage } from "../gql/graphql.ts";
import { stages } from "./stages.ts";

const icons = {
  RETRYING: IconRepeat,
  NEEDS_METHOD: IconCreditCardOff,
  PAUSED: IconPlayerPause,
  TRYING: IconLoader,
  GIVEN_UP: IconAlertTriangle,
  STOPPED: IconX,
};

/** How an invoice whose charge failed stands. */
export function StageBadge({ stage }: { stage: DunningStage }) {
  const { word, tone } = stages[stage];
  return (
    <Badge tone={tone} icon={icons[stage]}>
      {word}
    </Badge>
  );
}
