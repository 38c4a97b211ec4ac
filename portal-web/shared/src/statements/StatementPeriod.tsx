import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { daysOf, periodOf, periods, type Days, type Period } from "./statementPeriods.ts";
import styles from "./Statement.module.css";

export type Asked = Days & { currency: string };

type Props = {
  /** What is shown at present. */
  shown: Asked;
  today: string;
  currencies: readonly string[];
  /** The server's words about a day that makes no sense: "to: must not be after today". */
  refusal?: string | undefined;
  onGo: (asked: Asked) => void;
};

/** Chooses days and currency of a statement; nothing is asked for before Go. */
export function StatementPeriod({ shown, today, currencies, refusal, onGo }: Props) {
  const [days, setDays] = useState<Days>(shown);
  const [period, setPeriod] = useState<Period>(periodOf(shown, today));
  const [currency, setCurrency] = useState(shown.currency);
  const [missing, setMissing] = useState(false);

  const choose = (chosen: Period) => {
    setPeriod(chosen);
    if (chosen !== "custom") setDays(daysOf(chosen, today));
  };
  const change = (changed: Days) => {
    setDays(changed);
    setPeriod(periodOf(changed, today));
  };
  const go = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const incomplete = days.from === "" || days.to === "";
    setMissing(incomplete);
    if (!incomplete) onGo({ ...days, currency });
  };
  const fault = (day: keyof Days) => (missing && days[day] === "" ? "Choose a day." : faultOf(refusal, day));

  return (
    <form className={`${styles.period} no-print`} onSubmit={go} noValidate aria-label="Days of the statement">
      <NativeSelect
        label="Period"
        value={period}
        data={[...periods]}
        onChange={(event) => choose(event.currentTarget.value as Period)}
      />
      <TextInput
        type="date"
        label="From"
        value={days.from}
        max={today}
        error={fault("from")}
        onChange={(event) => change({ ...days, from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To"
        value={days.to}
        max={today}
        error={fault("to")}
        onChange={(event) => change({ ...days, to: event.currentTarget.value })}
      />
      {currencies.length > 1 && (
        <NativeSelect
          label="Currency"
          value={currency}
          data={[...currencies]}
          onChange={(event) => setCurrency(event.currentTarget.value)}
        />
      )}
      <Button type="submit">Go</Button>
    </form>
  );
}

/** The sentence about one of the two fields. */
function faultOf(refusal: string | undefined, field: string): string | undefined {
  const words = refusal?.startsWith(`${field}: `) ? refusal.slice(field.length + 2) : undefined;
  return words && `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}.`;
}
