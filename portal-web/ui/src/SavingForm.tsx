import { useState, type ReactNode } from "react";
import type { FieldFault } from "./faults.ts";
import { Form } from "./Form.tsx";
import type { FormValues } from "./FormValues.ts";
import { Saved } from "./Notice.tsx";

/** What came of saving: nothing but that it is saved, or what is wrong with it. */
export type Came = "saved" | { refusal: string } | { faults: readonly FieldFault[] };

type Props = {
  /** The outcome as a verb: "Save rule". */
  submit: string;
  save: (values: FormValues) => Promise<Came>;
  /** Stands beside the button, after Saved. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A form that stays where it is when it is saved, and says so beside its button. */
export function SavingForm({ submit, save, beside, children }: Props) {
  const [came, setCame] = useState<Came>();
  const saved = came === "saved";
  const wrong = saved ? undefined : came;
  const send = async (values: FormValues) => {
    setCame(undefined);
    setCame(await save(values));
  };
  return (
    <Form
      submit={submit}
      onSubmit={send}
      {...(wrong && "faults" in wrong && { faults: wrong.faults })}
      {...(wrong && "refusal" in wrong && { refusal: wrong.refusal })}
      beside={
        <>
          {saved && <Saved />}
          {beside}
        </>
      }
    >
      {children}
    </Form>
  );
}
