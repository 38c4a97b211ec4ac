import { useState } from "react";
import { askAuth, sentenceOf, type App } from "./auth.ts";
import { AuthLink } from "./AuthPage.tsx";
import type { FieldFault } from "./faults.ts";
import { Form } from "./Form.tsx";
import type { FormValues } from "./FormValues.ts";
import { mismatch, NewPasswordFields } from "./NewPasswordFields.tsx";
import { Notice } from "./Notice.tsx";

type Props = {
  app: App;
  /** From the mailed link; empty when it came without. */
  token: string;
};

/** Chooses a password by the link of a reset or an invitation. */
export function ResetPasswordForm({ app, token }: Props) {
  const [refusal, setRefusal] = useState<string>();
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [done, setDone] = useState(false);
  const reset = async (values: FormValues) => {
    const differing = mismatch(values);
    setRefusal(undefined);
    setFaults(differing);
    if (differing.length > 0) return;
    const outcome = await askAuth(app, "reset-password", { token, newPassword: values.raw("newPassword") });
    if (outcome.kind === "refused" && outcome.fields.length > 0) setFaults(outcome.fields);
    else setRefusal(sentenceOf(outcome));
    setDone(outcome.kind === "done");
  };
  const signIn = <AuthLink href="/sign-in">Go to sign in</AuthLink>;
  if (done)
    return (
      <>
        <Notice tone="positive" title="Your password is set">
          Sign in with it now. All other sessions were ended.
        </Notice>
        {signIn}
      </>
    );
  if (token === "")
    return (
      <>
        <Notice tone="negative" title="This link is not complete">
          Open it once more from the mail, or ask for a new one.
        </Notice>
        <AuthLink href="/forgot-password">Ask for a new link</AuthLink>
      </>
    );
  return (
    <Form submit="Set password" onSubmit={reset} faults={faults} refusal={refusal}>
      <NewPasswordFields />
    </Form>
  );
}
