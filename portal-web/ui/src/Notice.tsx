import IconAlertTriangle from "@tabler/icons-react/icons/IconAlertTriangle";
import IconCheck from "@tabler/icons-react/icons/IconCheck";
import IconCircleCheck from "@tabler/icons-react/icons/IconCircleCheck";
import IconCircleX from "@tabler/icons-react/icons/IconCircleX";
import IconInfoCircle from "@tabler/icons-react/icons/IconInfoCircle";
import type { ReactNode } from "react";
import type { Icon, Tone } from "./Badge.tsx";
import styles from "./Notice.module.css";
import tones from "./StatusBadge.module.css";

const icons: Record<Tone, Icon> = {
  neutral: IconInfoCircle,
  notice: IconInfoCircle,
  positive: IconCircleCheck,
  attention: IconAlertTriangle,
  negative: IconCircleX,
};

type Props = {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  /** The way out: a button or a link. */
  action?: ReactNode;
  /** Stands there from the start, such as a banner: not read out by itself. */
  quiet?: boolean;
};

/** A message in the place that it is about; read out when it appears. */
export function Notice({ tone = "notice", title, children, action, quiet = false }: Props) {
  const Icon = icons[tone];
  const role = tone === "negative" ? "alert" : "status";
  return (
    <div
      className={`${styles.notice} ${tones[tone]}`}
      style={{ background: "var(--tone-soft)" }}
      {...(!quiet && { role })}
    >
      <Icon size={20} aria-hidden />
      <div className={styles.text}>
        {title && <b>{title}</b>}
        {children}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

/** Says beside a button that the change is kept. */
export function Saved({ children = "Saved" }: { children?: ReactNode }) {
  return (
    <span className={styles.saved} role="status">
      <IconCheck size={16} aria-hidden />
      {children}
    </span>
  );
}
