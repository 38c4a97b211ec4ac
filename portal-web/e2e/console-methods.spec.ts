import type { Page } from "@playwright/test";
import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P95 P96 P97 L15 a clerk sees a customer's cards, moves what one pays to another, and removes the last", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  await signIn(page, owner);
  await page.goto(`/console/customers/${payer.customer.id}?tab=methods`);
  await expect(page.getByText("No payment method yet")).toBeVisible();
  await page.getByRole("button", { name: "Ask for a card" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("/portal/account/payment-methods");
  await expect(dialog).toContainText(payer.email);
  await everyLook(page, "console-methods-ask");
  await dialog.getByRole("button", { name: "Done" }).click();

  const plan = await merchant.newPlan("31");
  const { subscriptionId } = await merchant.bill(payer, plan, "31");
  await merchant.settle(subscriptionId);
  await merchant.chargeTo(payer, subscriptionId, "card_decline_insufficient_funds");
  await merchant.keep(payer, "card_success");

  const other = await merchant.bill(payer, await merchant.newPlan("12"), "12");
  await page.goto(`/console/subscriptions/${other.subscriptionId}`);
  const unpaid = page.getByRole("region", { name: "Payment" });
  await expect(unpaid).toContainText("No payment method is chosen.");
  await unpaid.getByRole("button", { name: "Choose" }).click();
  await dialog.getByLabel("Paid from now on with").selectOption("Visa •••• 4242");
  await dialog.getByRole("button", { name: "Pay with it" }).click();
  await expect(unpaid).toContainText("Visa •••• 4242");
  await expect(unpaid.getByRole("switch", { name: "Auto-charge" })).not.toBeChecked();
  await page.goto(`/console/customers/${payer.customer.id}?tab=methods`);
  await expect(row(page, "Visa •••• 9995")).toContainText(`${plan} `);
  await expect(row(page, "Visa •••• 9995")).toContainText("by itself");
  await everyLook(page, "console-methods");

  await choose(page, "Visa •••• 4242", "Rename");
  await dialog.getByLabel("Name").fill("Office");
  await dialog.getByRole("button", { name: "Save name" }).click();
  await choose(page, "Office, Visa •••• 4242", "Make default");
  await expect(row(page, "Office, Visa •••• 4242")).toContainText("Default");
  await expect(row(page, "Visa •••• 9995")).not.toContainText("Default");

  await choose(page, "Visa •••• 9995", "Move subscriptions");
  await expect(dialog).toContainText(plan);
  await twoLooks(page, "console-methods-move");
  await dialog.getByRole("button", { name: "Move subscriptions" }).click();
  await expect(row(page, "Office, Visa •••• 4242")).toContainText("by itself");
  await choose(page, "Visa •••• 9995", "Remove");
  await dialog.getByRole("button", { name: "Remove payment method" }).click();
  await expect(row(page, "Visa •••• 9995")).toHaveCount(0);

  await page.getByRole("link", { name: new RegExp(plan) }).click();
  const payment = page.getByRole("region", { name: "Payment" });
  await expect(payment).toContainText("Office, Visa •••• 4242");
  await expect(payment).toContainText("is charged to it by itself");
  await payment.getByRole("switch", { name: "Auto-charge" }).click();
  await expect(payment).toContainText("from now on");
  await twoLooks(page, "console-subscription-payment");
  await payment.getByRole("switch", { name: "Auto-charge" }).click();
  await expect(payment).toContainText("is charged to it by itself");
  await page.goBack();
  await choose(page, "Office, Visa •••• 4242", "Remove");
  await expect(dialog).toContainText("the only payment method of this customer");
  await expect(dialog).toContainText(plan);
  await twoLooks(page, "console-methods-remove-last");
  await dialog.getByRole("button", { name: "Remove, and end auto-charge" }).click();
  await expect(page.getByText("No payment method yet")).toBeVisible();
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
