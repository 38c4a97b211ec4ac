import type { Page } from "@playwright/test";
import { test } from "./payer.ts";
import { payDialog, payWith, thanked } from "./paying.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P95 P96 P102 L15 a contact adds, names, prefers and removes cards", async ({ page, merchant }) => {
  const payer = await merchant.newPayer();
  await signIn(page, payer);
  await page
    .getByRole("region", { name: "My details" })
    .getByRole("link", { name: "View or change" })
    .click();
  await expect(page.getByText("No payment method yet")).toBeVisible();
  await everyLook(page, "portal-methods-none");

  const dialog = page.getByRole("dialog");
  await page.getByRole("button", { name: "Add a card" }).click();
  await dialog.getByRole("radio", { name: /4242/ }).check();
  await dialog.getByLabel("Name").fill("Office");
  await everyLook(page, "portal-methods-add");
  await dialog.getByRole("button", { name: "Keep card" }).click();
  await expect(row(page, "Office, Visa •••• 4242")).toContainText("Default");

  // One that the bank wants to hear about first: refused, then confirmed.
  await page.getByRole("button", { name: "Add a card" }).click();
  await dialog.getByRole("radio", { name: /9979/ }).check();
  await dialog.getByRole("button", { name: "Keep card" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByRole("radio", { name: /3220/ }).check();
  await dialog.getByRole("button", { name: "Keep card" }).click();
  const bank = page.frameLocator("iframe");
  await expect(bank.getByRole("button", { name: "Confirm" })).toBeVisible();
  await twoLooks(page, "portal-methods-bank");
  await bank.getByRole("button", { name: "Refuse" }).click();
  await expect(dialog.getByRole("alert")).toContainText("refused at your bank");
  await dialog.getByRole("radio", { name: /3220/ }).check();
  await dialog.getByRole("button", { name: "Keep card" }).click();
  await bank.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row(page, "Visa •••• 3220")).toBeVisible();

  await choose(page, "Visa •••• 3220", "Rename");
  await dialog.getByLabel("Name").fill("Travel");
  await dialog.getByRole("button", { name: "Save name" }).click();
  await choose(page, "Travel, Visa •••• 3220", "Make default");
  await expect(row(page, "Travel, Visa •••• 3220")).toContainText("Default");
  await expect(row(page, "Office, Visa •••• 4242")).not.toContainText("Default");
  await everyLook(page, "portal-methods");

  await choose(page, "Travel, Visa •••• 3220", "Remove");
  await dialog.getByRole("button", { name: "Remove payment method" }).click();
  await expect(row(page, "Travel, Visa •••• 3220")).toHaveCount(0);
  await expect(row(page, "Office, Visa •••• 4242")).toContainText("Default");
});

test("P69 L12 a declined card, another that the bank confirms, kept while paying, pays the subscription by itself", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  await merchant.allow(payer, ["AUTO_CHARGE"]);
  const { id, number, subscriptionId } = await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, payer);
  await page.goto(`/portal/invoices/${id}`);
  await page.getByRole("button", { name: `Make payment · EUR 119.00: ${number}` }).click();
  await payDialog(page).getByRole("checkbox", { name: "Keep this card for future payments" }).check();
  await payWith(page, /9979/, "EUR 119.00");
  await expect(payDialog(page).getByRole("alert")).toContainText("Use another card");
  await payWith(page, /3220/, "EUR 119.00");
  await page.frameLocator("iframe").getByRole("button", { name: "Confirm" }).click();
  await thanked(page, "EUR 119.00");

  // Kept, it pays the subscription, and by itself once that is wished.
  await page.goto(`/portal/subscriptions/${subscriptionId}`);
  const payment = page.getByRole("region", { name: "Payment" });
  await expect(payment).toContainText("Visa •••• 3220");
  await payment.getByRole("switch", { name: "Auto-charge" }).click();
  await expect(payment).toContainText("is charged to it by itself");
});

test("P96 P97 the card that pays a subscription by itself is replaced, and the new one pays the next bill", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const plan = await merchant.newPlan("31");
  const { subscriptionId } = await merchant.bill(payer, plan, "31");
  await merchant.settle(subscriptionId);
  await merchant.chargeTo(payer, subscriptionId, "card_decline_insufficient_funds");
  await signIn(page, payer);
  await page.goto("/portal/account/payment-methods");
  await expect(row(page, "Visa •••• 9995")).toContainText(plan);

  const dialog = page.getByRole("dialog");
  await choose(page, "Visa •••• 9995", "Replace");
  await dialog.getByRole("radio", { name: /4242/ }).check();
  await twoLooks(page, "portal-methods-replace");
  await dialog.getByRole("button", { name: "Replace card" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row(page, "Visa •••• 9995")).toHaveCount(0);
  await expect(row(page, "Visa •••• 4242")).toContainText(plan);

  await page.goto(`/portal/subscriptions/${subscriptionId}`);
  const payment = page.getByRole("region", { name: "Payment" });
  await expect(payment).toContainText("Visa •••• 4242");
  await expect(payment).toContainText("is charged to it by itself");
  await merchant.daysPass(31);
  await page.goto("/portal/payments");
  await expect(page.getByRole("row", { name: /RCP-/ }).filter({ hasText: "4242" })).toBeVisible();
});

function row(page: Page, method: string) {
  return page
    .getByRole("table", { name: "Payment methods" })
    .getByRole("row", { name: new RegExp(`^${method} `) });
}

async function choose(page: Page, method: string, entry: string): Promise<void> {
  await page.getByRole("button", { name: `More actions for ${method}`, exact: true }).click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
}
