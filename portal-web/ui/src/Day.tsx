import { useSyncExternalStore } from "react";

/** A calendar day, `2027-02-28`, as the reader's language writes it. It has no zone, so it never shifts. */
export function Day({ value }: { value: string }) {
  return (
    <time dateTime={value} style={{ whiteSpace: "nowrap" }}>
      {dayText(value)}
    </time>
  );
}

/** The same as text, for buttons and messages. */
export function dayText(value: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(asUtc(value));
}

/** Days of service, both included. */
export function Days({ start, end }: { start: string; end: string }) {
  return <span className="tabular">{daysText(start, end)}</span>;
}

export function daysText(start: string, end: string, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return format.formatRange(asUtc(start), asUtc(end));
}

/** So many days, in words. */
export function dayCountText(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

/** A month, `2027-02`: "Feb 2027", or without its year. */
export function monthText(value: string, withYear = true, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    month: "short",
    ...(withYear && { year: "numeric" }),
    timeZone: "UTC",
  });
  return format.format(asUtc(`${value.slice(0, 7)}-01`));
}

type MomentProps = {
  /** RFC 3339. */
  value: string;
  /** Adds "3 hours ago" beside the exact time. */
  relative?: boolean;
};

/** An instant in the reader's own zone, exact to the minute; seconds and zone on hover. */
export function Moment({ value, relative = false }: MomentProps) {
  const now = useSyncExternalStore(everyMinute, thisMinute);
  return (
    <time
      dateTime={value}
      title={momentText(value, { dateStyle: "full", timeStyle: "long" })}
      style={{ whiteSpace: "nowrap" }}
    >
      {momentText(value)}
      {relative && <span style={{ color: "var(--ink-soft)" }}> · {agoText(value, now)}</span>}
    </time>
  );
}

export function momentText(
  value: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: "medium", timeStyle: "short" },
  locale?: string,
): string {
  return new Intl.DateTimeFormat(locale, style).format(new Date(value));
}

/** "3 hours ago", as of `now` in milliseconds. */
export function agoText(value: string, now: number, locale?: string): string {
  const seconds = (Date.parse(value) - now) / 1000;
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ["year", 31_557_600],
    ["month", 2_629_800],
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ];
  const [unit, size] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}

/** The days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / 86_400_000);
}

function asUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function everyMinute(changed: () => void): () => void {
  const timer = setInterval(changed, 60_000);
  return () => clearInterval(timer);
}

function thisMinute(): number {
  return Math.ceil(Date.now() / 60_000) * 60_000;
}
