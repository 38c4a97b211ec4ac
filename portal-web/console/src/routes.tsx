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
const CustomersPage = lazy(() => import("./customers/CustomersPage.tsx"));
const NewCustomerPage = lazy(() => import("./customers/NewCustomerPage.tsx"));
const CustomerPage = lazy(() => import("./customers/CustomerPage.tsx"));
const EditCustomerPage = lazy(() => import("./customers/EditCustomerPage.tsx"));
const SubscribePage = lazy(() => import("./contracting/SubscribePage.tsx"));
const SubscriptionsPage = lazy(() => import("./subscriptions/SubscriptionsPage.tsx"));
const SubscriptionPage = lazy(() => import("./subscriptions/SubscriptionPage.tsx"));
const InvoicesPage = lazy(() => import("./invoices/InvoicesPage.tsx"));
const InvoicePage = lazy(() => import("./invoices/InvoicePage.tsx"));
const PaymentsPage = lazy(() => import("./payments/PaymentsPage.tsx"));
const PaymentPage = lazy(() => import("./payments/PaymentPage.tsx"));
const PlansPage = lazy(() => import("./catalog/PlansPage.tsx"));
const NewPlanPage = lazy(() => import("./catalog/NewPlanPage.tsx"));
const PlanPage = lazy(() => import("./catalog/PlanPage.tsx"));
const ProductsPage = lazy(() => import("./catalog/ProductsPage.tsx"));
const AddonsPage = lazy(() => import("./catalog/AddonsPage.tsx"));
const OrganizationPage = lazy(() => import("./organization/OrganizationPage.tsx"));
const TaxPage = lazy(() => import("./organization/TaxPage.tsx"));
const UsersPage = lazy(() => import("./identity/UsersPage.tsx"));
const ApiClientsPage = lazy(() => import("./identity/ApiClientsPage.tsx"));
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
              <Route path="/customers" component={CustomersPage} />
              <Route path="/customers/new" component={NewCustomerPage} />
              <Route path="/customers/:id" component={CustomerPage} />
              <Route path="/customers/:id/edit" component={EditCustomerPage} />
              <Route path="/customers/:id/subscribe" component={SubscribePage} />
              <Route path="/subscriptions" component={SubscriptionsPage} />
              <Route path="/subscriptions/:id" component={SubscriptionPage} />
              <Route path="/invoices" component={InvoicesPage} />
              <Route path="/invoices/:id" component={InvoicePage} />
              <Route path="/payments" component={PaymentsPage} />
              <Route path="/payments/:id" component={PaymentPage} />
              <Route path="/plans" component={PlansPage} />
              <Route path="/plans/new" component={NewPlanPage} />
              <Route path="/plans/:id" component={PlanPage} />
              <Route path="/products" component={ProductsPage} />
              <Route path="/addons" component={AddonsPage} />
              <Route path="/settings/organisation" component={OrganizationPage} />
              <Route path="/settings/tax" component={TaxPage} />
              <Route path="/settings/users" component={UsersPage} />
              <Route path="/settings/api-clients" component={ApiClientsPage} />
              <Route path="/account/password" component={ChangePasswordPage} />
              <Route component={NotFoundPage} />
            </Switch>
          </SessionGate>
        </Route>
      </Switch>
    </Suspense>
  );
}
