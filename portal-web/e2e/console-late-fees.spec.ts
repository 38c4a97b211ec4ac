import { goTo } from "./clerk.ts";
import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { expect, signIn, signOut, twoLooks } from "./story.ts";

test("an overdue invoice bears a late fee by the customer's own rule, which is waived by a credit note", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const plan = await merchant.newPlan("100");
  const invoice = await merchant.bill(payer, plan, "100");

  await signIn(page, owner);
  await goTo(page, "Unpaid invoices");
  const rule = page.getByRole("region", { name: "Late fees" });
  const set = rule.getByRole("button", { name: "Set late fees" });
  const none = rule.getByRole("button", { name: "No late fees" });
  await expect(set.or(none)).toBeVisible();
  // Told again on a server on which it broke off.
  if (await none.isVisible()) await none.click();
  await expect(rule).toContainText("Overdue invoices bear no fees.");
  await set.click();
  await rule.getByLabel("First fee after").fill("0");
  await rule.getByLabel("Part of what is still due (optional)").fill("5");
  await rule.getByLabel("At least (optional)").fill("EUR 9");
  await rule.getByLabel("At most (optional)").fill("EUR 8.50");
  await rule.getByRole("button", { name: "Save late fees" }).click();
  await expect(rule.getByText("must be between 1 and 365")).toBeVisible();
  await expect(rule.getByText("EUR: must not be below the least")).toBeVisible();
  await twoLooks(page, "console-late-fees-refused");
  // So late that no invoice of another story bears one.
  await rule.getByLabel("First fee after").fill("300");
  await rule.getByLabel("At most (optional)").fill("EUR 90");
  await rule.getByRole("button", { name: "Save late fees" }).click();
  await expect(rule.getByText("Saved")).toBeVisible();

  await page.goto(`/console/customers/${payer.customer.id}?tab=invoices`);
  await expect(rule).toContainText("300 days after the due date");
  await rule.getByRole("button", { name: "Set apart" }).click();
  await rule.getByLabel("First fee after").fill("3");
  await rule.getByLabel("Part of what is still due (optional)").fill("");
  await rule.getByLabel("At least (optional)").fill("");
  await rule.getByLabel("At most (optional)").fill("");
  await rule.getByLabel("Fixed fee (optional)").fill("12 EUR");
  await rule.getByRole("button", { name: "Save late fees" }).click();
  await expect(rule.getByText("must be amounts with their currencies")).toBeVisible();
  await rule.getByLabel("Fixed fee (optional)").fill("EUR 12");
  await rule.getByRole("button", { name: "Save late fees" }).click();
  await expect(rule.getByText("Saved")).toBeVisible();

  await merchant.daysPass(20);
  await page.goto(`/console/invoices/${invoice.id}`);
  await expect(page.getByText("Bears a late fee")).toBeVisible();
  const told = page.getByText("3 days after the due date");
  await expect(told).toContainText("EUR 12.00");
  await twoLooks(page, "console-invoice-late");
  await told.getByRole("link").click();
  await expect(page.getByText(`Late fee for invoice ${invoice.number}`, { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Lines" })).toContainText(
    `Late fee for invoice ${invoice.number}, 3 days overdue`,
  );
  const fee = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await twoLooks(page, "console-invoice-late-fee");

  await page.getByRole("button", { name: `More actions for ${fee}` }).click();
  await page.getByRole("menuitem", { name: "Credit", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /Late fee/ }).fill("12");
  await dialog.getByLabel("Reason").fill("The first time");
  await dialog.getByRole("button", { name: "Credit EUR 12.00" }).click();
  await expect(page.getByText("The fee was waived.")).toBeVisible();

  await merchant.daysPass(5);
  await page.goto(`/console/invoices/${invoice.id}`);
  await expect(page.getByText("It was waived.")).toHaveCount(1);
  await goTo(page, "Unpaid invoices");
  await expect(rule.getByRole("list", { name: "Late fees set apart" })).toContainText(payer.customer.name);
  await none.click();
  await expect(rule).toContainText("Overdue invoices bear no fees.");
  await twoLooks(page, "console-late-fees-apart");
  await signOut(page);

  await signIn(page, payer);
  await page.goto(`/portal/invoices/${invoice.id}`);
  await expect(page.getByText("A late fee was charged for this invoice")).toBeVisible();
  const charged = page.getByText("3 days after the due date");
  await expect(charged).toContainText("EUR 12.00");
  await expect(charged).toContainText("It was given back.");
  await twoLooks(page, "portal-invoice-late");
  await charged.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: fee })).toBeVisible();
  await expect(page.getByText(`Late fee for invoice ${invoice.number}`, { exact: true })).toBeVisible();
  await twoLooks(page, "portal-invoice-late-fee");
});
