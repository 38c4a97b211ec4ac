import { AuthPage } from "@quittance/ui/AuthPage.tsx";
import { ForgotPasswordForm } from "@quittance/ui/ForgotPasswordForm.tsx";
import { APP } from "../app/app.ts";
import { useBrand } from "../app/Brand.tsx";

/** Asks for a link to choose a new password. */
export default function ForgotPasswordPage() {
  return (
    <AuthPage
      brand={useBrand()}
      title="Forgotten your password?"
      lead="Enter the email you sign in with. We send you a link to choose a new password."
    >
      <ForgotPasswordForm app={APP} />
    </AuthPage>
  );
}
