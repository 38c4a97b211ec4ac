import type { FieldFault } from "./faults.ts";
import { PasswordField } from "./fields.tsx";
import type { FormValues } from "./FormValues.ts";

/** A new password, twice. */
export function NewPasswordFields({ path = "newPassword" }: { path?: string }) {
  return (
    <>
      <PasswordField
        path={path}
        label="New password"
        hint="At least 12 characters."
        required
        autoComplete="new-password"
      />
      <PasswordField path="confirmation" label="Confirm new password" required autoComplete="new-password" />
    </>
  );
}

/** What can be told without asking the server: too short, or the two differ. */
export function mismatch(values: FormValues, path = "newPassword"): readonly FieldFault[] {
  const password = values.raw(path);
  if (password.length < 12) return [{ path, message: "Use at least 12 characters." }];
  if (password !== values.raw("confirmation"))
    return [{ path: "confirmation", message: "The two passwords differ." }];
  return [];
}
