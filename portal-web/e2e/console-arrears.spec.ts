import { goTo } from "./clerk.ts";
import { payWith, thanked } from "./paying.ts";
import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("T2 a plan is billed at the end of its periods, from its terms to the customer who pays what was used", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const plan = await merchant.newPlan("31");
  await signIn(page, owner);
  await goTo(page, "Plans");
  await page.getByRole("searchbox", { name: "Search plans" }).fill(plan);
  await page.getByRole("link", { name: plan }).click();
  await page.getByRole("button", { name: "Edit plan" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Billed ahead by days").fill("3");
  await dialog.getByLabel("Periods are billed").selectOption("At the end of each period");
  await twoLooks(page, "console-plan-terms");
  await dialog.getByRole("button", { name: "Save plan" }).click();
  await expect(dialog.getByLabel("Billed ahead by days")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Billed ahead by days").fill("");
  await dialog.getByRole("button", { name: "Save plan" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("At the end of each period")).toBeVisible();

  await page.goto(`/console/customers/${payer.customer.id}`);
  await page.getByRole("link", { name: "Start subscription" }).click();
  await page.getByLabel("Plan", { exact: true }).selectOption(plan);
  await page.getByRole("button", { name: "Review" }).click();
  await expect(dialog).toContainText("Nothing is billed or credited now.");
  await dialog.getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`^${plan}`) })).toBeVisible();
  await expect(page.getByText("At the end of each period")).toBeVisible();
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 36.89");
  await twoLooks(page, "console-subscription-arrears");

  await signIn(page, payer);
  await page.getByRole("link", { name: "Subscriptions" }).first().click();
  await page.getByRole("link", { name: plan }).click();
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 36.89");
  await everyLook(page, "portal-subscription-arrears");
  await merchant.daysPass(31);
  await page.getByRole("link", { name: "View invoices" }).click();
  const invoice = page.getByRole("row").nth(1);
  await expect(invoice).toContainText("EUR 36.89");
  await invoice.getByRole("button", { name: /^Pay now/ }).click();
  await payWith(page, /4242/, "EUR 36.89");
  await thanked(page, "EUR 36.89");
});
