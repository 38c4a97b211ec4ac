import { owner } from "./people.ts";
import { payDialog, payWith, thanked } from "./paying.ts";
import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("L12 P65 P68 P69 P70 P75 an invoice is paid after declines and the bank's step, and the merchant sees it at once", async ({
  page,
  browser,
  baseURL,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id, number } = await merchant.bill(payer, "Starter", "100.00");
  const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
  const clerk = await theirs.newPage();
  await signIn(clerk, owner);
  await clerk.goto(`/console/invoices/${id}`);
  await expect(clerk.getByText("Open", { exact: true }).first()).toBeVisible();

  await signIn(page, payer);
  await page.goto(`/portal/invoices/${id}`);
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await everyLook(page, "portal-invoice-open");
  await page.getByRole("button", { name: `Make payment · EUR 119.00: ${number}` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("You pay today")).toBeVisible();
  // The cards of the configured gateway, the first one chosen: one click pays.
  await expect(dialog.getByRole("radio")).toHaveCount(11);
  await expect(dialog.getByRole("radio", { name: /4242/ })).toBeChecked();
  await everyLook(page, "portal-pay");

  await payWith(page, /9979/, "EUR 119.00");
  await expect(dialog.getByRole("alert")).toContainText("Use another card, or ask your bank.");
  await expect(dialog.getByRole("radio", { name: /9979/ })).toBeChecked();
  await twoLooks(page, "portal-pay-declined");
  await payWith(page, /9995/, "EUR 119.00");
  await expect(dialog.getByRole("alert")).toContainText("Try again later, or use another card.");

  await payWith(page, /3220/, "EUR 119.00");
  const bank = page.frameLocator("iframe");
  await expect(bank.getByText("EUR 119.00")).toBeVisible();
  await twoLooks(page, "portal-pay-bank");
  await bank.getByRole("button", { name: "Refuse" }).click();
  await expect(payDialog(page).getByRole("alert")).toContainText("refused at your bank");
  await expect(payDialog(page).getByRole("radio", { name: /3220/ })).toBeChecked();

  // Left at the bank's step: it is gone on with from the payment's own page.
  await payWith(page, /3220/, "EUR 119.00");
  await expect(bank.getByText("EUR 119.00")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Make payment/ }).click();
  await payWith(page, /4242/, "EUR 119.00");
  await expect(payDialog(page).getByText("Another payment of one of these invoices")).toBeVisible();
  await twoLooks(page, "portal-pay-waiting");
  await payDialog(page).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "Payments", exact: true }).first().click();
  await page.getByRole("link", { name: "Under way" }).click();
  await page.getByRole("row").nth(1).getByRole("link").click();
  await twoLooks(page, "portal-payment-waiting");
  await page.getByRole("button", { name: "Confirm with your bank" }).click();
  await bank.getByRole("button", { name: "Confirm" }).click();
  await thanked(page, "EUR 119.00");
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt RCP-/ })).toBeVisible();

  await expect(clerk.getByText("Paid", { exact: true }).first()).toBeVisible();
  await expect(clerk.getByRole("region", { name: "Paid by" })).toContainText("Visa •••• 3220");
  await theirs.close();
  await merchant.mailTo(
    "billing@northwind-hosting.example",
    new RegExp(`^${payer.customer.name} paid EUR 119.00`),
  );
});

test("P68 paying goes by keyboard alone", async ({ page, merchant }) => {
  const payer = await merchant.newPayer();
  await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, payer);
  const start = page.getByRole("button", { name: /^Pay now/ });
  await start.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: /4242/ })).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Close" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("radio", { name: /4242/ })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog.getByRole("radio", { name: /3220/ })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(start).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("radio", { name: /4242/ })).toBeChecked();
  // The dialog keeps the focus: from its first control backwards to its last.
  await page.keyboard.press("Shift+Tab");
  await expect(dialog.getByRole("button", { name: "Pay EUR 119.00" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Thank you" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("link", { name: /^See receipt/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /^Receipt RCP-/ })).toBeVisible();
  await expect(dialog).toBeHidden();
});
