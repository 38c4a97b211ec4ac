import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn } from "./story.ts";

test("P77 a clerk reads a customer's statement, mails it, and lets it be mailed each month", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id, number } = await merchant.bill(payer, "Starter", "100.00");
  await merchant.receive(id, "150.00");
  await signIn(page, owner);
  await page.goto(`/console/customers/${payer.customer.id}`);
  await page.getByRole("tab", { name: "Statement" }).click();
  const rows = page.getByRole("table", { name: "Transactions" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(`Invoice ${number}`);
  await expect(page.getByText(/^Credit on/).locator("..")).toContainText("EUR 31.00");
  await page.getByLabel(/^On the first of the next month/).selectOption("Mailed each month");
  await expect(page.getByText("It is mailed to the invoice recipients.")).toBeVisible();
  await everyLook(page, "console-statement");

  await page.getByRole("button", { name: "Email statement" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Addresses").fill("no address");
  await dialog.getByRole("button", { name: "Send statement" }).click();
  await expect(dialog.getByText(/must be an email address/)).toBeVisible();
  await dialog.getByLabel("Addresses").fill(payer.email);
  await dialog.getByRole("button", { name: "Send statement" }).click();
  await expect(dialog.getByText(`To ${payer.email}`)).toBeVisible();
  const mail = await merchant.mailTo(payer.email, /^Statement of account from/);
  expect(mail.text).toContain("EUR 31.00 was in your favor on the last day.");
  await dialog.getByRole("button", { name: "Done" }).click();
});
