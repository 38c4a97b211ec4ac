import { addCustomer, fact, fresh, goTo, subscribe } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test, twoLooks } from "./story.ts";

test("A26 L11 an overpayment is refunded in part, put back to New, and the invoice is written off", async ({
  page,
}) => {
  const name = fresh("Ruth Rückgeld");
  const dialog = page.getByRole("dialog");
  await signIn(page, owner);
  await addCustomer(page, name);
  await subscribe(page, "Starter");
  await goTo(page, "Invoices");
  await page.getByRole("searchbox", { name: "Search invoices" }).fill(name);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await row.getByRole("link").click();
  const invoice = page.url();

  await page.getByRole("button", { name: "Confirm payment" }).click();
  await dialog.getByLabel("Amount received").fill("15.00");
  await dialog.getByLabel("It pays other invoices, too").check();
  await expect(dialog.getByText("is left over and becomes credit")).toBeVisible();
  await everyLook(page, "console-confirm-spread");
  await dialog.getByLabel("Reference (optional)").fill("transfer 4711");
  await dialog.getByRole("button", { name: "Confirm payment" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();

  await page.getByRole("link", { name: /^RCP-/ }).click();
  await expect(page.getByText("of it pays no invoice and became credit")).toBeVisible();
  await page.getByRole("button", { name: "More actions for this payment" }).click();
  await page.getByRole("menuitem", { name: "Refund…" }).click();
  await dialog.getByLabel("Amount (optional)").fill("10.00");
  await expect(dialog.getByText(/^Credit note on INV-/)).toBeVisible();
  await everyLook(page, "console-refund");
  await dialog.getByLabel("Reason").fill("Paid too much");
  await dialog.getByRole("button", { name: "Begin refund" }).click();
  await expect(dialog).toBeHidden();
  const refund = page.getByRole("region", { name: "Refunds" });
  await expect(refund.getByText("On its way")).toBeVisible();
  await refund.getByRole("button", { name: "Confirm sent" }).click();
  await dialog.getByLabel("Reference (optional)").fill("back 4711");
  await dialog.getByRole("button", { name: "Confirm sent" }).click();
  await expect(refund.getByText("Refunded", { exact: true })).toBeVisible();
  await expect(refund.getByRole("link", { name: "PDF" })).toBeVisible();
  await everyLook(page, "console-payment-refunded");

  await goTo(page, "Refunds");
  await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("EUR 10.00");
  await twoLooks(page, "console-refunds");
  await page.goBack();

  await page.getByRole("button", { name: "More actions for this payment" }).click();
  await page.getByRole("menuitem", { name: "Put back to New…" }).click();
  await expect(dialog.getByText(/^Owed again on INV-/)).toBeVisible();
  await everyLook(page, "console-put-back");
  await dialog.getByLabel("Reason").fill("The transfer was recalled");
  await dialog.getByRole("button", { name: "Put back to New" }).click();
  await expect(page.getByText("This payment was put back to New.")).toBeVisible();

  await page.goto(invoice);
  await expect(page.getByText("Open", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: /^More actions for INV-/ }).click();
  await page.getByRole("menuitem", { name: "Write off…" }).click();
  await dialog.getByLabel("Reason").fill("Not worth a letter");
  await dialog.getByRole("button", { name: "Write off" }).click();
  await expect(page.getByText("was written off.")).toBeVisible();
  await twoLooks(page, "console-written-off");
});

test("P6 funds that are added are credit, and pay an invoice", async ({ page }) => {
  const name = fresh("Gustav Guthaben");
  const dialog = page.getByRole("dialog");
  await signIn(page, owner);
  await addCustomer(page, name);
  const customer = page.url();
  await subscribe(page, "Starter");
  await page.goto(`${customer}?tab=credit`);
  await page.getByRole("button", { name: "Add funds" }).click();
  await dialog.getByLabel("Amount received").fill("20.00");
  await twoLooks(page, "console-add-funds");
  await dialog.getByRole("button", { name: "Add funds" }).click();
  await expect(dialog).toBeHidden();
  await expect(fact(page, "Available")).toHaveText("EUR 20.00");
  await everyLook(page, "console-credit");
  await page.getByRole("button", { name: "Apply credit" }).click();
  await everyLook(page, "console-apply-credit");
  await dialog.getByRole("button", { name: "Apply credit" }).click();
  await expect(dialog).toBeHidden();
  await expect(fact(page, "Available")).toHaveText("EUR 9.29");
});

test("how money is taken is set", async ({ page }) => {
  await signIn(page, owner);
  await page.goto("/console/settings/payments");
  await page.getByRole("button", { name: "Limit another currency" }).click();
  await everyLook(page, "console-payment-rules");
  await page.getByRole("button", { name: "Save payment settings" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
});
