import IconFlask from "@tabler/icons-react/icons/IconFlask";
import { Badge } from "./Badge.tsx";
import styles from "./StatusBadge.module.css";

/** Says that nothing here is real: the installation is for trying things out. */
export function SandboxBadge() {
  return (
    <Badge tone="attention" icon={IconFlask}>
      <span className={styles.yielding}>Sandbox</span>
    </Badge>
  );
}
