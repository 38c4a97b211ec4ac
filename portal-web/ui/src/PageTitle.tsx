import { useEffect, type ReactNode } from "react";
import styles from "./ListPage.module.css";

type Props = { title: string; count?: number | undefined; note?: ReactNode; actions?: ReactNode };

/** The heading of a page; the browser's tab bears it too. */
export function PageTitle({ title, count, note, actions }: Props) {
  useDocumentTitle(title);
  return (
    <div className={styles.title}>
      <div>
        <h1>
          {title} {count !== undefined && <span className={styles.count}>{count.toLocaleString()}</span>}
        </h1>
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** Names the browser's tab after the page. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    const app = document.title.split(" · ").at(-1) ?? "";
    document.title = `${title} · ${app}`;
  }, [title]);
}
