import { useId } from "react";
import { Link, useLocation } from "wouter";
import type { Icon } from "./Badge.tsx";
import styles from "./Shell.module.css";

export type NavigationItem = {
  label: string;
  href: string;
  icon: Icon;
  /** How many wait there for a person, in a word: "2 parked". */
  waiting?: { count: number; as: string };
};
export type NavigationGroup = { label?: string; items: readonly NavigationItem[] };

type Props = { groups: readonly NavigationGroup[]; onChosen?: () => void };

/** The app's pages in their groups; the present one is marked. */
export function Navigation({ groups, onChosen }: Props) {
  return (
    <nav aria-label="Main">
      {groups
        .filter(({ items }) => items.length > 0)
        .map((group, i) => (
          <Group key={group.label ?? i} {...group} {...(onChosen && { onChosen })} />
        ))}
    </nav>
  );
}

function Group({ label, items, onChosen }: NavigationGroup & { onChosen?: () => void }) {
  const labelId = useId();
  const [location] = useLocation();
  return (
    <div className={styles.group}>
      {label && (
        <p id={labelId} className={styles.groupLabel}>
          {label}
        </p>
      )}
      <ul {...(label && { "aria-labelledby": labelId })}>
        {items.map(({ label, href, icon: Icon, waiting }) => (
          <li key={href}>
            <Link
              href={href}
              className={styles.link}
              onClick={() => onChosen?.()}
              {...(isWithin(location, href) && { "aria-current": "page" as const })}
            >
              <Icon size={18} stroke={1.75} aria-hidden />
              {label}
              {waiting && waiting.count > 0 && (
                <span className={styles.waiting}>
                  {waiting.count.toLocaleString()} <span className="visually-hidden">{waiting.as}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether the page at `location` is `href` itself or belongs below it. */
function isWithin(location: string, href: string): boolean {
  return location === href || (href !== "/" && location.startsWith(`${href}/`));
}
