import { owner } from "./people.ts";
import { expect, signIn, test, twoLooks } from "./story.ts";

/** The pages by group of the navigation. */
const groups = {
  customers: {
    overview: "/",
    customers: "/customers",
    "customer-new": "/customers/new",
    import: "/import",
    "take-over": "/take-over",
  },
  billing: {
    subscriptions: "/subscriptions",
    invoices: "/invoices",
    payments: "/payments",
    refunds: "/refunds",
    disputes: "/disputes",
    payouts: "/payouts",
    "bank-statements": "/bank-statements",
    "bill-run": "/bill-run",
  },
  catalog: {
    plans: "/plans",
    "plan-new": "/plans/new",
    products: "/products",
    addons: "/addons",
    coupons: "/coupons",
    "coupon-new": "/coupons/new",
  },
  books: {
    "trial-balance": "/books/trial-balance",
    "account-ledger": "/books/ledger",
    "tax-report": "/books/tax",
    "journal-export": "/books/export",
    "closed-months": "/books/closing",
    "books-check": "/books/check",
  },
  settings: {
    organisation: "/settings/organisation",
    tax: "/settings/tax",
    statements: "/settings/statements",
    "pausing-and-cancelling": "/settings/subscriptions",
    "cancel-reasons": "/settings/cancel-reasons",
    "exchange-rates": "/settings/exchange-rates",
    users: "/settings/users",
  },
  operations: {
    "api-clients": "/settings/api-clients",
    mail: "/settings/mail",
    operations: "/settings/operations",
    clock: "/settings/clock",
  },
};

for (const [group, pages] of Object.entries(groups))
  test(`every page of ${group} stands wide and narrow, light and dark`, async ({ page }) => {
    await signIn(page, owner);
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(`/console${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await twoLooks(page, `console-${name}`);
    }
  });
