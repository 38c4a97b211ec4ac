import { LoadingPage } from "@quittance/ui/Loading.tsx";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { SessionGate } from "./app/SessionGate.tsx";

const SignInPage = lazy(() => import("./identity/SignInPage.tsx"));
const ForgotPasswordPage = lazy(() => import("./identity/ForgotPasswordPage.tsx"));
const ResetPasswordPage = lazy(() => import("./identity/ResetPasswordPage.tsx"));
const AcceptInvitationPage = lazy(() => import("./identity/AcceptInvitationPage.tsx"));
const ChangePasswordPage = lazy(() => import("./identity/ChangePasswordPage.tsx"));
const OverviewPage = lazy(() => import("./reports/OverviewPage.tsx"));
const BillRunPage = lazy(() => import("./billing/BillRunPage.tsx"));
const BillRunDetailsPage = lazy(() => import("./billing/BillRunDetailsPage.tsx"));
const ImportsPage = lazy(() => import("./imports/ImportsPage.tsx"));
const ImportPage = lazy(() => import("./imports/ImportPage.tsx"));
const MailLogPage = lazy(() => import("./messaging/MailLogPage.tsx"));
const MailPage = lazy(() => import("./messaging/MailPage.tsx"));
const ClockPage = lazy(() => import("./clock/ClockPage.tsx"));
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
              <Route path="/" component={OverviewPage} />
              <Route path="/bill-run" component={BillRunPage} />
              <Route path="/bill-run/:id" component={BillRunDetailsPage} />
              <Route path="/import" component={ImportsPage} />
              <Route path="/import/:id" component={ImportPage} />
              <Route path="/settings/mail" component={MailLogPage} />
              <Route path="/settings/mail/:id" component={MailPage} />
              <Route path="/settings/clock" component={ClockPage} />
              <Route path="/account/password" component={ChangePasswordPage} />
              <Route component={NotFoundPage} />
            </Switch>
          </SessionGate>
        </Route>
      </Switch>
    </Suspense>
  );
}
