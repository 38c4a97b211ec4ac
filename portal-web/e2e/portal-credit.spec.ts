import { thanked } from "./paying.ts";
import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P6 a contact sees where available credit comes from, reads the credit note, and adds funds as shown before", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const first = await merchant.bill(payer, "Starter", "100.00");
  await merchant.receive(first.id, "150.00");
  await merchant.discount(first.id, "10.00");
  await signIn(page, payer);
  const card = page.getByRole("region", { name: "Available credit" });
  // 31.00 too much, and 11.90 of the discount on what was paid.
  await expect(card).toContainText("EUR 42.90");
  await card.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Available credit" })).toBeVisible();
  const credit = page.getByRole("region", { name: "Credit in EUR" });
  await expect(credit).toContainText("EUR 42.90");
  await expect(credit.getByRole("link", { name: /^Left over of payment RCP-/ })).toBeVisible();
  await everyLook(page, "portal-credits");

  await credit.getByRole("link", { name: /^Credit note / }).click();
  await expect(page.getByText("Goodwill for the outage").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Download PDF" })).toBeVisible();
  await everyLook(page, "portal-credit-note");
  await page.getByRole("link", { name: "Credit notes" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Credit notes" })).toBeVisible();
  await expect(page.getByText("EUR 11.90").first()).toBeVisible();
  await twoLooks(page, "portal-credit-notes");

  await page.getByRole("link", { name: "Available credit" }).first().click();
  await page.getByRole("button", { name: "Add funds" }).click();
  const dialog = page.getByRole("dialog", { name: "Add funds" });
  const amount = dialog.getByLabel("Amount");
  const add = dialog.getByRole("button", { name: /^Add/ });
  await expect(add).toBeDisabled();
  await amount.fill("0");
  await expect(dialog.getByText("must be above zero")).toBeVisible();
  await expect(add).toBeDisabled();
  await amount.fill("25.00");
  const quote = dialog.getByRole("region", { name: "You pay today" });
  await expect(quote).toContainText(/Your credit now\s*EUR\s42\.90/);
  await expect(quote).toContainText(/With these funds\s*EUR\s67\.90/);
  await twoLooks(page, "portal-add-funds");

  // The credit moves meanwhile: nothing is charged before that was seen.
  const second = await merchant.bill(payer, "Starter", "1.00");
  await merchant.receive(second.id, "2.19");
  await dialog.getByRole("button", { name: "Add EUR 25.00" }).click();
  await expect(dialog.getByText(/Your credit has changed since you saw it/)).toBeVisible();
  await expect(quote).toContainText(/With these funds\s*EUR\s68\.90/);
  await dialog.getByRole("button", { name: "Add EUR 25.00" }).click();
  await thanked(page, "EUR 25.00");
  await expect(credit).toContainText("EUR 68.90");

  await credit.getByRole("link", { name: /^Funds added RCP-/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt RCP-/ })).toBeVisible();
  await twoLooks(page, "portal-top-up-receipt");
});
