import IconArrowLeft from "@tabler/icons-react/icons/IconArrowLeft";
import { useId, type ReactNode } from "react";
import { Link } from "wouter";
import { useDocumentTitle } from "./PageTitle.tsx";
import styles from "./Thing.module.css";

type Props = {
  /** The list it came from. */
  back: { label: string; href: string };
  /** Its number or name. */
  title: string;
  status?: ReactNode;
  /** The main figure, usually an amount. */
  figure?: ReactNode;
  /** One line under the figure: whose it is, when it is due. */
  note?: ReactNode;
  /** The one primary action. */
  primary?: ReactNode;
  /** The menu with what else is possible now. */
  menu?: ReactNode;
  /** What must be known first: a decline, a coming end. */
  banner?: ReactNode;
  /** Facts, then the timeline. */
  aside?: ReactNode;
  children: ReactNode;
};

/** The page of one thing. */
export function ThingPage(props: Props) {
  useDocumentTitle(props.title);
  return (
    <>
      <Link href={props.back.href} className={styles.back}>
        <IconArrowLeft size={16} aria-hidden />
        {props.back.label}
      </Link>
      <div className={styles.head}>
        <div>
          <div className={styles.name}>
            <h1>{props.title}</h1>
            {props.status}
          </div>
          {props.figure && <div className={styles.figure}>{props.figure}</div>}
          {props.note && <div className={styles.note}>{props.note}</div>}
        </div>
        {(props.primary ?? props.menu) && (
          <div className={`${styles.actions} no-print`}>
            {props.primary}
            {props.menu}
          </div>
        )}
      </div>
      {props.banner && <div className={styles.banner}>{props.banner}</div>}
      <div className={props.aside ? styles.columns : styles.column}>
        <div className={styles.column}>{props.children}</div>
        {props.aside && <div className={styles.column}>{props.aside}</div>}
      </div>
    </>
  );
}

type SectionProps = { title: string; action?: ReactNode; children: ReactNode };

/** A card with a heading. */
export function Section({ title, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className={`card ${styles.section}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}

/** Names and values, one below the other; what has no value is left out. */
export function Facts({ facts }: { facts: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== "" && value !== false)
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export type Happening = {
  key: string;
  title: ReactNode;
  /** A Day or Moment, and who did it. */
  when: ReactNode;
  detail?: ReactNode;
  /** Still to come: in the accent, its line dashed. */
  coming?: boolean;
};

/** What is coming and what happened, newest first. */
export function Timeline({ label, happenings }: { label: string; happenings: readonly Happening[] }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {happenings.map(({ key, title, when, detail, coming }) => (
        <li key={key} className={styles.event} {...(coming && { "data-coming": true })}>
          <div>
            <div>{title}</div>
            {detail && <div className={styles.when}>{detail}</div>}
            <div className={styles.when}>{when}</div>
          </div>
        </li>
      ))}
    </ol>
  );
}
