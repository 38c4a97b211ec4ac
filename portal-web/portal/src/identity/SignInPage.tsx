import { AuthPage } from "@quittance/ui/AuthPage.tsx";
import { SignInForm } from "@quittance/ui/SignInForm.tsx";
import { useLocation, useSearchParams } from "wouter";
import { APP } from "../app/app.ts";
import { useBrand } from "../app/Brand.tsx";
import { useSessionEnds } from "@quittance/client/SessionEnds.ts";

/** Signs in, and leads to the page that was wanted. */
export default function SignInPage() {
  const brand = useBrand();
  const [params] = useSearchParams();
  const [, go] = useLocation();
  const sessionEnds = useSessionEnds();
  const wanted = params.get("to") ?? "/";
  return (
    <AuthPage
      brand={brand}
      title="Sign in"
      lead="See your subscriptions, your invoices and receipts, and pay."
    >
      <SignInForm
        app={APP}
        onSignedIn={() => {
          // Only to a page of ours, whatever a link says.
          go(/^\/(?![/\\])/.test(wanted) ? wanted : "/", { replace: true });
          sessionEnds();
        }}
      />
    </AuthPage>
  );
}
