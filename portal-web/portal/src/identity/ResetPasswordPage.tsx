import { AuthPage } from "@quittance/ui/AuthPage.tsx";
import { ResetPasswordForm } from "@quittance/ui/ResetPasswordForm.tsx";
import { useState } from "react";
import { APP } from "../app/app.ts";
import { useBrand } from "../app/Brand.tsx";
import { takeToken } from "@quittance/client/takeToken.ts";

/** Chooses a new password by the link from the mail. */
export default function ResetPasswordPage() {
  const [token] = useState(takeToken);
  return (
    <AuthPage brand={useBrand()} title="Choose a new password">
      <ResetPasswordForm app={APP} token={token} />
    </AuthPage>
  );
}
