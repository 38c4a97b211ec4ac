import { payDialog, payWith, thanked } from "./paying.ts";
import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P2 P3 P4 P5 P6 P7 P8 P9 P14 P67 Home says what is owed, pays all of it in one go, and what was paid last", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const first = await merchant.bill(payer, "Starter", "100.00");
  const second = await merchant.bill(payer, "Managed server", "40.00");

  await signIn(page, payer);
  await expect(page).toHaveURL(/\/portal\/$/);
  await expect(page.getByRole("heading", { level: 1, name: payer.customer.name })).toBeVisible();
  const owed = page.getByRole("region", { name: "Outstanding invoices" });
  await expect(owed).toContainText("EUR 166.60");
  await expect(owed).toContainText("on 2 invoices");
  const credit = page.getByRole("region", { name: "Available credit" });
  await expect(credit).toContainText("None");
  const last = page.getByRole("region", { name: "Last payment" });
  await expect(last).toContainText("None yet");
  const organization = page.getByRole("region", { name: "Northwind Hosting" });
  await expect(organization.getByRole("link", { name: /@/ })).toHaveAttribute("href", /^mailto:/);
  await expect(organization.getByRole("link", { name: /^\+/ })).toHaveAttribute("href", /^tel:/);
  await expect(organization).toContainText("Berlin");
  await everyLook(page, "portal-home");

  await owed.getByRole("button", { name: /^Pay now: 2 invoices/ }).click();
  await expect(payDialog(page)).toContainText(first.number);
  await expect(payDialog(page)).toContainText(second.number);
  await payWith(page, /4242/, "EUR 166.60");
  await thanked(page, "EUR 166.60", "portal-pay-thanks");
  await expect(owed).toContainText("All paid");
  await expect(last).toContainText("EUR 166.60");
  await expect(last.getByRole("time")).toHaveText(/^[A-Z][a-z]{2} \d{1,2}, \d{4}$/);
  await last.getByRole("link", { name: first.number }).click();
  await expect(page.getByRole("heading", { level: 1, name: first.number })).toBeVisible();
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();

  // A transfer of more than was due: the rest is owed to the customer, and goes first when paying.
  const third = await merchant.bill(payer, "Starter", "10.00");
  await merchant.receive(third.id, "20.00");
  await page.getByRole("link", { name: "Home" }).first().click();
  await expect(credit).toContainText("EUR 8.10");
  await twoLooks(page, "portal-home-all-paid");
  await merchant.bill(payer, "Starter", "20.00");
  await page.getByRole("button", { name: /^Pay now: 1 invoice/ }).click();
  await expect(payDialog(page).getByText("Your credit, used first")).toBeVisible();
  await payWith(page, /4242/, "EUR 15.70");
  await thanked(page, "EUR 15.70");
  await expect(credit).toContainText("None");
});
