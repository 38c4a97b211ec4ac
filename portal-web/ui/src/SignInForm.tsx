import { useState } from "react";
import { askAuth, sentenceOf, type App } from "./auth.ts";
import { AuthLink } from "./AuthPage.tsx";
import { PasswordField, TextField } from "./fields.tsx";
import { Form } from "./Form.tsx";
import type { FormValues } from "./FormValues.ts";

type Props = { app: App; onSignedIn: () => void };

/** Email and password. */
export function SignInForm({ app, onSignedIn }: Props) {
  const [refusal, setRefusal] = useState<string>();
  const signIn = async (values: FormValues) => {
    const [email, password] = [values.text("email"), values.raw("password")];
    if (email === "" || password === "") return setRefusal("Enter your email and your password.");
    const outcome = await askAuth(app, "sign-in", { email, password });
    setRefusal(sentenceOf(outcome));
    if (outcome.kind === "done") onSignedIn();
  };
  return (
    <Form
      submit="Sign in"
      onSubmit={signIn}
      refusal={refusal}
      beside={<AuthLink href="/forgot-password">Forgotten your password?</AuthLink>}
    >
      <TextField path="email" label="Email" type="email" required autoComplete="username" />
      <PasswordField path="password" label="Password" required autoComplete="current-password" />
    </Form>
  );
}
