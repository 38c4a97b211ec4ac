import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState, type ReactNode } from "react";

/** What an act answered: nothing when done, else why not. */
export type Refused = { refusal?: string; faults?: readonly FieldFault[] } | undefined;

type Props = {
  title: string;
  /** What will happen. */
  children?: ReactNode;
  submit: string;
  /** How the reason is asked for. */
  hint?: string;
  onSubmit: (reason: string, idempotencyKey: string) => Promise<Refused>;
  onClose: () => void;
};

/** Asks why before an act on money, and acts. */
export function ReasonDialog({ title, children, submit, hint, onSubmit, onClose }: Props) {
  const [key, setKey] = useState(newKey);
  const [refused, setRefused] = useState<Refused>();
  return (
    <Dialog opened onClose={onClose} title={title}>
      <Form
        submit={submit}
        onSubmit={async (values) => {
          setRefused(undefined);
          const answer = await onSubmit(values.text("reason"), key);
          if (!answer) return onClose();
          setKey(newKey());
          setRefused(answer);
        }}
        {...(refused?.faults && { faults: refused.faults })}
        refusal={refused?.refusal}
      >
        {children}
        <TextField path="reason" label="Reason" required {...(hint && { hint })} />
      </Form>
    </Dialog>
  );
}
