import { TextInput } from "@mantine/core";
import IconSearch from "@tabler/icons-react/icons/IconSearch";
import { useRef, useState, type ReactNode } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import styles from "./ListPage.module.css";
import { useFilter, withFilter } from "./useFilter.ts";

/** The row that holds search and date range, below the tabs. */
export function Filters({ children }: { children: ReactNode }) {
  return (
    <search className={styles.filters} aria-label="Filters">
      {children}
    </search>
  );
}

type TabsProps = {
  /** The name in the URL. */
  name: string;
  /** What is filtered, for those who hear it: "Invoices by status". */
  label: string;
  /** The first stands for no filter: its value is "". */
  tabs: readonly { value: string; label: string; count?: number | undefined }[];
};

/** The common filters as links, one of them chosen. */
export function FilterTabs({ name, label, tabs }: TabsProps) {
  const [params] = useSearchParams();
  const [path] = useLocation();
  const chosen = params.get(name) ?? "";
  return (
    <nav className={styles.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.value}
          href={`${path}?${withFilter(params, name, tab.value).toString()}`.replace(/\?$/, "")}
          className={styles.tab}
          {...(tab.value === chosen && { "aria-current": "true" as const })}
        >
          {tab.label}
          {tab.count !== undefined && <span className="tabular">{tab.count.toLocaleString()}</span>}
        </Link>
      ))}
    </nav>
  );
}

type SearchProps = { name?: string; label: string; placeholder?: string };

/** A search field that filters when the typing rests. */
export function SearchField({ name = "search", label, placeholder }: SearchProps) {
  const [value, set] = useFilter(name);
  const [typed, setTyped] = useTyped(value);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const type = (text: string) => {
    const page = location.pathname;
    setTyped(text);
    clearTimeout(rest.current);
    // Whoever has gone on to another page is not brought back by what was typed last.
    rest.current = setTimeout(() => location.pathname === page && set(text.trim(), true), 300);
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={typed}
      leftSection={<IconSearch size={18} aria-hidden />}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

type RangeProps = {
  /** What the days are, within the labels: "Issued" gives "Issued from" and "Issued until". */
  label: string;
  from?: string;
  until?: string;
};

/** From and until, both included; either may be open. */
export function DateRange({ label, from = "from", until = "until" }: RangeProps) {
  return (
    <div className={styles.range} role="group" aria-label={label}>
      <DayField label={`${label} from`} name={from} />
      <DayField label={`${label} until`} name={until} />
    </div>
  );
}

function DayField({ label, name }: { label: string; name: string }) {
  const [value, set] = useFilter(name);
  const [typed, setTyped] = useTyped(value);
  const type = (day: string) => {
    setTyped(day);
    // While a year is being typed, the browser tells days of the year 2.
    if (day === "" || day >= "1900") set(day, true);
  };
  return (
    <TextInput
      type="date"
      label={label}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

/** What stands in a field: what was typed, until the URL says otherwise (Back, or a link). */
function useTyped(value: string): [typed: string, setTyped: (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (typed.trim() !== value) setTyped(value);
  }
  return [typed, setTyped];
}
