import { owner } from "./people.ts";
import { expect, signIn, test, twoLooks } from "./story.ts";

const pages = {
  overview: "/",
  customers: "/customers",
  "customer-new": "/customers/new",
  subscriptions: "/subscriptions",
  invoices: "/invoices",
  payments: "/payments",
  "bill-run": "/bill-run",
  plans: "/plans",
  "plan-new": "/plans/new",
  products: "/products",
  addons: "/addons",
  import: "/import",
  organisation: "/settings/organisation",
  tax: "/settings/tax",
  users: "/settings/users",
  "api-clients": "/settings/api-clients",
  mail: "/settings/mail",
  clock: "/settings/clock",
};

test("every page of the console stands wide and narrow, light and dark", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, owner);
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(`/console${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
    await twoLooks(page, `console-${name}`);
  }
});
