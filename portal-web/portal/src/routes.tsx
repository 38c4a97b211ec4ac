import { LoadingPage } from "@quittance/ui/Loading.tsx";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { SessionGate } from "./app/SessionGate.tsx";
import { shownBy } from "./app/shownBy.tsx";

const SignInPage = lazy(() => import("./identity/SignInPage.tsx"));
const ForgotPasswordPage = lazy(() => import("./identity/ForgotPasswordPage.tsx"));
const ResetPasswordPage = lazy(() => import("./identity/ResetPasswordPage.tsx"));
const AcceptInvitationPage = lazy(() => import("./identity/AcceptInvitationPage.tsx"));
const ChangePasswordPage = lazy(() => import("@quittance/shared/identity/ChangePasswordPage.tsx"));
const HomePage = lazy(() => import("./home/HomePage.tsx"));
const SubscriptionsPage = shownBy(
  "SUBSCRIPTIONS",
  lazy(() => import("./subscriptions/SubscriptionsPage.tsx")),
);
const SubscriptionPage = shownBy(
  "SUBSCRIPTIONS",
  lazy(() => import("./subscriptions/SubscriptionPage.tsx")),
);
const InvoicesPage = shownBy(
  "INVOICES",
  lazy(() => import("./invoices/InvoicesPage.tsx")),
);
const InvoicePage = shownBy(
  "INVOICES",
  lazy(() => import("./invoices/InvoicePage.tsx")),
);
const CreditNotesPage = shownBy(
  "CREDIT_NOTES",
  lazy(() => import("./creditNotes/CreditNotesPage.tsx")),
);
const CreditNotePage = shownBy(
  "CREDIT_NOTES",
  lazy(() => import("./creditNotes/CreditNotePage.tsx")),
);
const PaymentsPage = shownBy(
  "PAYMENTS",
  lazy(() => import("./payments/PaymentsPage.tsx")),
);
const PaymentPage = shownBy(
  "PAYMENTS",
  lazy(() => import("./payments/PaymentPage.tsx")),
);
const StatementsPage = shownBy(
  "STATEMENTS",
  lazy(() => import("./statements/StatementsPage.tsx")),
);
const CreditsPage = shownBy(
  "CREDIT",
  lazy(() => import("./credits/CreditsPage.tsx")),
);
const PaymentMethodsPage = shownBy(
  "DETAILS",
  lazy(() => import("./methods/PaymentMethodsPage.tsx")),
);
const NotFoundPage = lazy(() => import("./app/NotFoundPage.tsx"));

/** Every address of the portal. Each page is loaded when it is first wanted. */
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
              <Route path="/" component={HomePage} />
              <Route path="/subscriptions" component={SubscriptionsPage} />
              <Route path="/subscriptions/:id" component={SubscriptionPage} />
              <Route path="/invoices" component={InvoicesPage} />
              <Route path="/invoices/:id" component={InvoicePage} />
              <Route path="/credit-notes" component={CreditNotesPage} />
              <Route path="/credit-notes/:id" component={CreditNotePage} />
              <Route path="/payments" component={PaymentsPage} />
              <Route path="/payments/:id" component={PaymentPage} />
              <Route path="/statements" component={StatementsPage} />
              <Route path="/credits" component={CreditsPage} />
              <Route path="/account/payment-methods" component={PaymentMethodsPage} />
              <Route path="/account/password" component={ChangePasswordPage} />
              <Route component={NotFoundPage} />
            </Switch>
          </SessionGate>
        </Route>
      </Switch>
    </Suspense>
  );
}
