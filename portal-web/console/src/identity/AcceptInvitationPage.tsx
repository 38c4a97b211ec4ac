import { AuthPage } from "@quittance/ui/AuthPage.tsx";
import { ResetPasswordForm } from "@quittance/ui/ResetPasswordForm.tsx";
import { useState } from "react";
import { APP } from "../app/app.ts";
import { useBrand } from "../app/Brand.tsx";
import { takeToken } from "@quittance/client/takeToken.ts";

/** The first password of an invited person, by the link from the mail. */
export default function AcceptInvitationPage() {
  const [token] = useState(takeToken);
  const brand = useBrand();
  return (
    <AuthPage
      brand={brand}
      title={brand ? `Welcome to ${brand.name}` : "Welcome"}
      lead="Choose a password. You sign in with it and your email."
    >
      <ResetPasswordForm app={APP} token={token} />
    </AuthPage>
  );
}
