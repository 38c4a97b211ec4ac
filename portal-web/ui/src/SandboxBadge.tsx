import IconFlask from "@tabler/icons-react/icons/IconFlask";
import { Badge } from "./Badge.tsx";

/** Says that nothing here is real: the installation is for trying things out. */
export function SandboxBadge() {
  return (
    <Badge tone="attention" icon={IconFlask}>
      Sandbox
    </Badge>
  );
}
