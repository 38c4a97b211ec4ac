import { goTo } from "./clerk.ts";
import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { expect, signIn, twoLooks } from "./story.ts";

test("a renewal is declined, paused, tried again and given up by the customer's own rule", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const plan = await merchant.newPlan("31");
  const { subscriptionId } = await merchant.bill(payer, plan, "31");
  await merchant.settle(subscriptionId);
  await merchant.chargeTo(payer, subscriptionId, "card_decline_insufficient_funds");
  await merchant.daysPass(31);

  await signIn(page, owner);
  await goTo(page, "Failed charges");
  const board = page.getByRole("table", { name: "Failed charges" });
  const row = board.getByRole("row", { name: new RegExp(payer.customer.name) });
  await expect(row).toContainText("Retrying");
  await expect(row).toContainText("Not enough money");
  await twoLooks(page, "console-failed-charges");

  await row.getByRole("link").first().click();
  const failed = page.getByRole("region", { name: "Failed charge" });
  await failed.getByRole("button", { name: "Pause tries" }).click();
  await expect(failed).toContainText("Paused");
  await failed.getByRole("button", { name: "Resume tries" }).click();
  await expect(failed).toContainText("Retrying");
  await twoLooks(page, "console-invoice-failed");

  await page.goto(`/console/customers/${payer.customer.id}?tab=invoices`);
  const rule = page.getByRole("region", { name: "Unpaid invoices" });
  await expect(rule).toContainText("1, 3, 5, 7, 14 days");
  await rule.getByRole("button", { name: "Set apart" }).click();
  await rule.getByLabel("Charge again after (optional)").fill("soon");
  await rule.getByRole("button", { name: "Save rule" }).click();
  await expect(rule.getByText("must be whole numbers with commas between")).toBeVisible();
  await rule.getByLabel("Charge again after (optional)").fill("1, 2");
  await rule.getByLabel("When the last try has passed").selectOption("Cancel the subscription");
  await rule.getByRole("button", { name: "Save rule" }).click();
  await expect(rule.getByText("Saved")).toBeVisible();

  await merchant.daysPass(4);
  await goTo(page, "Failed charges");
  await page.getByRole("link", { name: "Given up" }).click();
  await expect(row).toContainText("Given up");
  await page.goto(`/console/subscriptions/${subscriptionId}`);
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();

  await goTo(page, "Unpaid invoices");
  await expect(page.getByRole("region", { name: "Set apart" })).toContainText(payer.customer.name);
  await twoLooks(page, "console-unpaid-rules");
});
