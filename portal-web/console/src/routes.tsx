import { LoadingPage } from "@quittance/ui/Loading.tsx";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { SessionGate } from "./app/SessionGate.tsx";

const SignInPage = lazy(() => import("./identity/SignInPage.tsx"));
const ForgotPasswordPage = lazy(() => import("./identity/ForgotPasswordPage.tsx"));
const ResetPasswordPage = lazy(() => import("./identity/ResetPasswordPage.tsx"));
const AcceptInvitationPage = lazy(() => import("./identity/AcceptInvitationPage.tsx"));
const ChangePasswordPage = lazy(() => import("./identity/ChangePasswordPage.tsx"));
const NotFoundPage = lazy(() => import("./app/NotFoundPage.tsx"));

/** Every address of the console. Each page is loaded when it is first wanted. */
export function Routes() {
  return (
    <Suspense fallback={<LoadingPage />}>
      <Switch>
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/forgot-password" component={ForgotPasswordPage} />
        <Route path="/reset-password" component={ResetPasswordPage} />
        <Route path="/accept-invitation" component={AcceptInvitationPage} />
        <Route>
          <SessionGate>
            <Switch>
              <Route path="/account/password" component={ChangePasswordPage} />
              <Route component={NotFoundPage} />
            </Switch>
          </SessionGate>
        </Route>
      </Switch>
    </Suspense>
  );
}
