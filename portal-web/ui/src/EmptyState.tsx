import { Button } from "@mantine/core";
import IconInbox from "@tabler/icons-react/icons/IconInbox";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Icon } from "./Badge.tsx";
import styles from "./Failure.module.css";

type Step = { label: string; href?: string; onSelect?: () => void };

export type EmptyStateProps = {
  title: string;
  /** What would be here, and when. */
  children?: ReactNode;
  icon?: Icon;
  /** The first step. */
  action?: Step;
};

/** What would be here, and the first step towards it. */
export function EmptyState({ title, children, icon: Icon = IconInbox, action }: EmptyStateProps) {
  return (
    <div className={`card ${styles.failure}`}>
      <Icon size={32} stroke={1.5} aria-hidden />
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && (
        <div className={styles.actions}>
          <StepButton {...action} />
        </div>
      )}
    </div>
  );
}

function StepButton({ label, href, onSelect }: Step) {
  if (href)
    return (
      <Button component={Link} href={href} variant="default">
        {label}
      </Button>
    );
  return (
    <Button variant="default" {...(onSelect && { onClick: onSelect })}>
      {label}
    </Button>
  );
}
