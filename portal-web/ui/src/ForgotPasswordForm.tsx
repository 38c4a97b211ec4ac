import { useState } from "react";
import { askAuth, sentenceOf, type App } from "./auth.ts";
import { AuthLink } from "./AuthPage.tsx";
import { TextField } from "./fields.tsx";
import { Form } from "./Form.tsx";
import type { FormValues } from "./FormValues.ts";
import { Notice } from "./Notice.tsx";

/** Asks for a one-time link. The answer is the same whether the address is known or not. */
export function ForgotPasswordForm({ app }: { app: App }) {
  const [refusal, setRefusal] = useState<string>();
  const [askedFor, setAskedFor] = useState<string>();
  const ask = async (values: FormValues) => {
    const email = values.text("email");
    if (email === "") return setRefusal("Enter your email.");
    const outcome = await askAuth(app, "forgot-password", { email });
    setRefusal(sentenceOf(outcome));
    if (outcome.kind === "done") setAskedFor(email);
  };
  const back = <AuthLink href="/sign-in">Back to sign in</AuthLink>;
  if (askedFor)
    return (
      <>
        <Notice tone="positive" title="Look into your mail">
          If {askedFor} can sign in here, a link to choose a new password is on its way. It holds for one
          hour.
        </Notice>
        {back}
      </>
    );
  return (
    <Form submit="Send the link" onSubmit={ask} refusal={refusal} beside={back}>
      <TextField path="email" label="Email" type="email" required autoComplete="username" />
    </Form>
  );
}
