import IconChevronDown from "@tabler/icons-react/icons/IconChevronDown";
import type { ComponentProps } from "react";
import styles from "./AccountMenu.module.css";

type Props = { name: string } & ComponentProps<"button">;

/** Who is signed in, as the button that opens the account menu. */
export function AccountButton({ name, ...button }: Props) {
  return (
    <button type="button" aria-haspopup="menu" {...button} className={styles.trigger}>
      <span className={styles.initials} data-initials={initials(name)} />
      <span className="visually-hidden">Account of </span>
      <span className={styles.name}>{name}</span>
      <IconChevronDown size={16} aria-hidden />
    </button>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}
