import { Button } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { Faults, faultsElsewhere, type FieldFault } from "./faults.ts";
import styles from "./Form.module.css";
import { FormValues } from "./FormValues.ts";
import { Notice } from "./Notice.tsx";

type Props = {
  /** Sends the form. It is busy until the promise is settled. */
  onSubmit: (values: FormValues) => Promise<unknown>;
  /** The `fields` of an InvalidInput; each stands below the field whose `path` it names. */
  faults?: readonly FieldFault[];
  /** A refusal that belongs to no field. */
  refusal?: ReactNode;
  /** The outcome as a verb: "Create customer". */
  submit: string;
  /** Stands beside the button: Saved, a link, Cancel. */
  beside?: ReactNode;
  children: ReactNode;
};

const none: readonly FieldFault[] = [];

/** A form whose fields keep their own state: what was typed stays whatever the server answers. */
export function Form({ onSubmit, faults = none, refusal, submit, beside, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const [elsewhere, setElsewhere] = useState(none);
  const [missing, setMissing] = useState(none);
  const shown = missing.length > 0 ? missing : faults;

  // Told anew with each answer, not with each list that happens to be another object.
  const told = JSON.stringify(shown);
  useEffect(() => {
    if (sending) return;
    const names = [...(form.current?.elements ?? [])].map((field) => field.getAttribute("name") ?? "");
    const present = JSON.parse(told) as readonly FieldFault[];
    setElsewhere(faultsElsewhere(present, names));
    if (present.length > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [told, sending]);

  const send = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending) return;
    const empty = emptyRequired(event.currentTarget);
    setMissing(empty);
    if (empty.length > 0) return;
    setSending(true);
    try {
      await onSubmit(new FormValues(new FormData(event.currentTarget)));
    } finally {
      setSending(false);
    }
  };

  return (
    <Faults value={shown}>
      <form ref={form} className={styles.form} onSubmit={(event) => void send(event)} noValidate>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        {elsewhere.length > 0 && (
          <Notice tone="negative">{elsewhere.map(({ message }) => message).join(" ")}</Notice>
        )}
        {children}
        <div className={styles.foot}>
          <Button type="submit" loading={sending}>
            {submit}
          </Button>
          {beside}
        </div>
      </form>
    </Faults>
  );
}

/** What must be filled in and is not: said at once, without asking the server. */
function emptyRequired(form: HTMLFormElement): FieldFault[] {
  return [...form.querySelectorAll<HTMLInputElement>("[aria-required=true][name]")]
    .filter(({ value }) => value.trim() === "")
    .map(({ name }) => ({ path: name, message: "Please fill this in." }));
}

/** Two fields side by side where there is room. */
export function FieldPair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}
