import { LoadingPage } from "@quittance/ui/Loading.tsx";
import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { SessionGate } from "./app/SessionGate.tsx";

const SignInPage = lazy(() => import("./identity/SignInPage.tsx"));
const ForgotPasswordPage = lazy(() => import("./identity/ForgotPasswordPage.tsx"));
const ResetPasswordPage = lazy(() => import("./identity/ResetPasswordPage.tsx"));
const AcceptInvitationPage = lazy(() => import("./identity/AcceptInvitationPage.tsx"));
const ChangePasswordPage = lazy(() => import("@quittance/shared/identity/ChangePasswordPage.tsx"));
const OverviewPage = lazy(() => import("./reports/OverviewPage.tsx"));
const BillRunPage = lazy(() => import("./billing/BillRunPage.tsx"));
const BillRunDetailsPage = lazy(() => import("./billing/BillRunDetailsPage.tsx"));
const ImportsPage = lazy(() => import("./imports/ImportsPage.tsx"));
const ImportPage = lazy(() => import("./imports/ImportPage.tsx"));
const TakeOverPage = lazy(() => import("./takeover/TakeOverPage.tsx"));
const TakeOverFilePage = lazy(() => import("./takeover/TakeOverFilePage.tsx"));
const MailLogPage = lazy(() => import("./messaging/MailLogPage.tsx"));
const MailPage = lazy(() => import("./messaging/MailPage.tsx"));
const OperationsPage = lazy(() => import("./operations/OperationsPage.tsx"));
const ClockPage = lazy(() => import("./clock/ClockPage.tsx"));
const CustomersPage = lazy(() => import("./customers/CustomersPage.tsx"));
const NewCustomerPage = lazy(() => import("./customers/NewCustomerPage.tsx"));
const CustomerPage = lazy(() => import("./customers/CustomerPage.tsx"));
const EditCustomerPage = lazy(() => import("./customers/EditCustomerPage.tsx"));
const SubscribePage = lazy(() => import("./contracting/SubscribePage.tsx"));
const SubscriptionsPage = lazy(() => import("./subscriptions/SubscriptionsPage.tsx"));
const SubscriptionPage = lazy(() => import("./subscriptions/SubscriptionPage.tsx"));
const SubscriptionSettingsPage = lazy(() => import("./subscriptions/SubscriptionSettingsPage.tsx"));
const InvoicesPage = lazy(() => import("./invoices/InvoicesPage.tsx"));
const InvoicePage = lazy(() => import("./invoices/InvoicePage.tsx"));
const NewInvoicePage = lazy(() => import("./drafts/NewInvoicePage.tsx"));
const DraftsPage = lazy(() => import("./drafts/DraftsPage.tsx"));
const DraftPage = lazy(() => import("./drafts/DraftPage.tsx"));
const CreditNotesPage = lazy(() => import("./creditNotes/CreditNotesPage.tsx"));
const CreditNotePage = lazy(() => import("./creditNotes/CreditNotePage.tsx"));
const CreditCustomerPage = lazy(() => import("./corrections/CreditCustomerPage.tsx"));
const NumbersPage = lazy(() => import("./organization/NumbersPage.tsx"));
const PaymentsPage = lazy(() => import("./payments/PaymentsPage.tsx"));
const PaymentPage = lazy(() => import("./payments/PaymentPage.tsx"));
const RefundsPage = lazy(() => import("./payments/RefundsPage.tsx"));
const NoticesPage = lazy(() => import("./notices/NoticesPage.tsx"));
const DisputesPage = lazy(() => import("./disputes/DisputesPage.tsx"));
const DisputePage = lazy(() => import("./disputes/DisputePage.tsx"));
const DunningPage = lazy(() => import("./dunning/DunningPage.tsx"));
const DunningRulesPage = lazy(() => import("./dunning/DunningRulesPage.tsx"));
const PayoutsPage = lazy(() => import("./payouts/PayoutsPage.tsx"));
const PayoutPage = lazy(() => import("./payouts/PayoutPage.tsx"));
const BankStatementsPage = lazy(() => import("./banking/BankStatementsPage.tsx"));
const BankFilePage = lazy(() => import("./banking/BankFilePage.tsx"));
const BankStatementPage = lazy(() => import("./banking/BankStatementPage.tsx"));
const PaymentRulesPage = lazy(() => import("./payments/PaymentRulesPage.tsx"));
const StatementSettingsPage = lazy(() => import("./statements/StatementSettingsPage.tsx"));
const PlansPage = lazy(() => import("./catalog/PlansPage.tsx"));
const NewPlanPage = lazy(() => import("./catalog/NewPlanPage.tsx"));
const PlanPage = lazy(() => import("./catalog/PlanPage.tsx"));
const ProductsPage = lazy(() => import("./catalog/ProductsPage.tsx"));
const AddonsPage = lazy(() => import("./catalog/AddonsPage.tsx"));
const CouponsPage = lazy(() => import("./coupons/CouponsPage.tsx"));
const NewCouponPage = lazy(() => import("./coupons/NewCouponPage.tsx"));
const CouponPage = lazy(() => import("./coupons/CouponPage.tsx"));
const CancelReasonsPage = lazy(() => import("./catalog/CancelReasonsPage.tsx"));
const OrganizationPage = lazy(() => import("./organization/OrganizationPage.tsx"));
const PortalPreferencesPage = lazy(() => import("./preferences/PortalPreferencesPage.tsx"));
const TaxPage = lazy(() => import("./organization/TaxPage.tsx"));
const ExchangeRatesPage = lazy(() => import("./exchange/ExchangeRatesPage.tsx"));
const UsersPage = lazy(() => import("./identity/UsersPage.tsx"));
const ApiClientsPage = lazy(() => import("./identity/ApiClientsPage.tsx"));
const TrialBalancePage = lazy(() => import("./books/TrialBalancePage.tsx"));
const AccountLedgerPage = lazy(() => import("./books/AccountLedgerPage.tsx"));
const TaxReportPage = lazy(() => import("./books/TaxReportPage.tsx"));
const ExportPage = lazy(() => import("./books/ExportPage.tsx"));
const ClosedMonthsPage = lazy(() => import("./books/ClosedMonthsPage.tsx"));
const BooksCheckPage = lazy(() => import("./books/BooksCheckPage.tsx"));
const BooksCheckReportPage = lazy(() => import("./books/BooksCheckReportPage.tsx"));
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
              <Route path="/take-over" component={TakeOverPage} />
              <Route path="/take-over/:id" component={TakeOverFilePage} />
              <Route path="/import" component={ImportsPage} />
              <Route path="/import/:id" component={ImportPage} />
              <Route path="/settings/mail" component={MailLogPage} />
              <Route path="/settings/mail/:id" component={MailPage} />
              <Route path="/settings/operations" component={OperationsPage} />
              <Route path="/settings/clock" component={ClockPage} />
              <Route path="/customers" component={CustomersPage} />
              <Route path="/customers/new" component={NewCustomerPage} />
              <Route path="/customers/:id" component={CustomerPage} />
              <Route path="/customers/:id/edit" component={EditCustomerPage} />
              <Route path="/customers/:id/subscribe" component={SubscribePage} />
              <Route path="/customers/:id/credit" component={CreditCustomerPage} />
              <Route path="/subscriptions" component={SubscriptionsPage} />
              <Route path="/subscriptions/:id" component={SubscriptionPage} />
              <Route path="/invoices" component={InvoicesPage} />
              <Route path="/invoices/new" component={NewInvoicePage} />
              <Route path="/invoices/:id" component={InvoicePage} />
              <Route path="/drafts" component={DraftsPage} />
              <Route path="/drafts/:id" component={DraftPage} />
              <Route path="/credit-notes" component={CreditNotesPage} />
              <Route path="/credit-notes/:id" component={CreditNotePage} />
              <Route path="/payments" component={PaymentsPage} />
              <Route path="/payments/:id" component={PaymentPage} />
              <Route path="/refunds" component={RefundsPage} />
              <Route path="/notices" component={NoticesPage} />
              <Route path="/disputes" component={DisputesPage} />
              <Route path="/disputes/:id" component={DisputePage} />
              <Route path="/failed-charges" component={DunningPage} />
              <Route path="/settings/unpaid" component={DunningRulesPage} />
              <Route path="/payouts" component={PayoutsPage} />
              <Route path="/payouts/:id" component={PayoutPage} />
              <Route path="/bank-statements" component={BankStatementsPage} />
              <Route path="/bank-statements/files/:id" component={BankFilePage} />
              <Route path="/bank-statements/:id" component={BankStatementPage} />
              <Route path="/plans" component={PlansPage} />
              <Route path="/plans/new" component={NewPlanPage} />
              <Route path="/plans/:id" component={PlanPage} />
              <Route path="/products" component={ProductsPage} />
              <Route path="/addons" component={AddonsPage} />
              <Route path="/coupons" component={CouponsPage} />
              <Route path="/coupons/new" component={NewCouponPage} />
              <Route path="/coupons/:id" component={CouponPage} />
              <Route path="/books/trial-balance" component={TrialBalancePage} />
              <Route path="/books/ledger" component={AccountLedgerPage} />
              <Route path="/books/tax" component={TaxReportPage} />
              <Route path="/books/export" component={ExportPage} />
              <Route path="/books/closing" component={ClosedMonthsPage} />
              <Route path="/books/check" component={BooksCheckPage} />
              <Route path="/books/check/:id" component={BooksCheckReportPage} />
              <Route path="/settings/organisation" component={OrganizationPage} />
              <Route path="/settings/cancel-reasons" component={CancelReasonsPage} />
              <Route path="/settings/subscriptions" component={SubscriptionSettingsPage} />
              <Route path="/settings/portal" component={PortalPreferencesPage} />
              <Route path="/settings/tax" component={TaxPage} />
              <Route path="/settings/exchange-rates" component={ExchangeRatesPage} />
              <Route path="/settings/numbers" component={NumbersPage} />
              <Route path="/settings/payments" component={PaymentRulesPage} />
              <Route path="/settings/statements" component={StatementSettingsPage} />
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
