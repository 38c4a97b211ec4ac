import type { ComponentType, ReactNode } from "react";
import styles from "./StatusBadge.module.css";

/** What a colour says: nothing special, under way, good, soon a matter for somebody, wrong. */
export type Tone = "neutral" | "notice" | "positive" | "attention" | "negative";

/** An icon of Tabler's, imported one by one. */
export type Icon = ComponentType<{
  size?: number | string;
  stroke?: number | string;
  "aria-hidden"?: boolean;
}>;

type Props = { tone?: Tone; icon?: Icon; children: ReactNode };

/** A word in a tone, with its icon, so that the colour never speaks alone. */
export function Badge({ tone = "neutral", icon: Icon, children }: Props) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`}>
      {Icon && <Icon size={14} stroke={2} aria-hidden />}
      {children}
    </span>
  );
}
