import { payDialog, payWith, thanked } from "./paying.ts";
import { test } from "./payer.ts";
import { expect, signIn, twoLooks } from "./story.ts";

test("P65 P68 where the merchant lets them, a contact pays a part of an invoice, and the rest later", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id } = await merchant.bill(payer, "Starter", "100.00");
  await merchant.allowParts(false);
  await signIn(page, payer);
  await page.goto(`/portal/invoices/${id}`);
  const dialog = payDialog(page);
  const amount = dialog.getByLabel("Amount to pay");
  const pay = page.getByRole("button", { name: /^Make payment/ });
  await pay.click();
  await expect(dialog.getByText("You pay today")).toBeVisible();
  await expect(amount).toHaveCount(0);
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await merchant.allowParts(true);
  try {
    await page.reload();
    await pay.click();
    await amount.fill("500.00");
    await amount.press("Enter");
    await expect(dialog.getByText(/must be at most EUR\s119\.00/)).toBeVisible();
    await expect(amount).toBeFocused();
    await expect(dialog.getByRole("button", { name: /^Pay EUR/ })).toHaveCount(0);
    await amount.fill("40.00");
    await dialog.getByRole("button", { name: "Change amount" }).click();
    await expect(dialog.getByRole("button", { name: "Pay EUR 40.00" })).toBeVisible();
    await expect(dialog.getByRole("region", { name: "You pay today" })).toContainText(
      /Stays due\s*EUR\s79\.00/,
    );
    await twoLooks(page, "portal-pay-part");
    await payWith(page, /4242/, "EUR 40.00");
    await thanked(page, "EUR 40.00");
    await expect(page.getByText("EUR 79.00").first()).toBeVisible();

    // Somebody switches it off while the dialog is open: the server says so, and all can be paid.
    await pay.click();
    await amount.fill("9.00");
    await dialog.getByRole("button", { name: "Change amount" }).click();
    await expect(dialog.getByRole("button", { name: "Pay EUR 9.00" })).toBeVisible();
    await merchant.allowParts(false);
    await dialog.getByRole("button", { name: "Pay EUR 9.00" }).click();
    await expect(dialog.getByText(/Only the whole amount can be paid: EUR\s79\.00/)).toBeVisible();
    await dialog.getByRole("button", { name: "Pay all" }).click();
    await payWith(page, /4242/, "EUR 79.00");
    await thanked(page, "EUR 79.00");
    await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
  } finally {
    await merchant.allowParts(false);
  }
});
