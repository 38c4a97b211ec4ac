import { test } from "./payer.ts";
import { everyLook, expect, signIn } from "./story.ts";

test("a person of two customers goes from one to the other", async ({ page, merchant }) => {
  const payer = await merchant.newPayer();
  await merchant.bill(payer, "Starter", "100.00");
  const other = await merchant.alsoFor(payer);
  await signIn(page, payer);
  await expect(page.getByRole("heading", { level: 1, name: payer.customer.name })).toBeVisible();
  await page.goto("/portal/invoices");
  await expect(page.getByRole("row")).toHaveCount(2);

  await page.getByRole("button", { name: "Account of Petra Pay" }).click();
  await expect(page.getByRole("menuitem", { name: payer.customer.name })).toHaveCount(0);
  await everyLook(page, "portal-account-menu");
  await page.getByRole("menuitem", { name: other.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: other.name })).toBeVisible();
  await expect(page.getByText("All paid")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: other.name })).toBeVisible();

  await page.getByRole("button", { name: "Account of Petra Pay" }).click();
  await page.getByRole("menuitem", { name: payer.customer.name }).click();
  await expect(page.getByRole("region", { name: "Outstanding invoices" })).toContainText("EUR 119.00");
});

test("light or dark is chosen in the account menu, and remembered", async ({ page, merchant }) => {
  await signIn(page, await merchant.newPayer());
  const scheme = page.locator("html[data-mantine-color-scheme=dark]");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect(scheme).toHaveCount(1);
  await page.reload();
  await expect(scheme).toHaveCount(1);
  await page.getByRole("button", { name: /^Account of/ }).click();
  await expect(page.getByRole("menuitemradio", { name: "Dark" })).toBeChecked();
  await page.getByRole("menuitemradio", { name: "Like the system" }).click();
  await expect(scheme).toHaveCount(0);
});
