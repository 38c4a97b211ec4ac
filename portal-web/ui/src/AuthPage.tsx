import type { ReactNode } from "react";
import { SandboxBadge } from "./SandboxBadge.tsx";
import { Link } from "wouter";
import styles from "./AuthPage.module.css";
import { useDocumentTitle } from "./PageTitle.tsx";

type Props = {
  /** Whose app it is; empty until known. */
  brand: { name: string; logo?: string | null; sandbox: boolean } | undefined;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
};

/** The frame of what people see before they are signed in. */
export function AuthPage({ brand, title, lead, children }: Props) {
  useDocumentTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        {brand?.logo ? <img src={brand.logo} alt={brand.name} /> : <span>{brand?.name ?? "\u00a0"}</span>}
        {brand?.sandbox && <SandboxBadge />}
      </div>
      <div className={`card ${styles.card}`}>
        <div>
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </div>
      <div id="layer" />
    </main>
  );
}

/** A link below a form. */
export function AuthLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={styles.link}>
      {children}
    </Link>
  );
}
