import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P21 P22 P23 P24 P26 P27 P28 a trial that has expired is tried on from its popup, and then activated", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  await merchant.allow(payer, ["EXTEND_TRIAL", "ACTIVATE_TRIAL"]);
  const plan = await merchant.tryOut(payer, 10);
  await merchant.daysPass(10);
  await signIn(page, payer);
  await page.getByRole("link", { name: "Subscriptions" }).first().click();
  await page.getByRole("link", { name: plan }).click();

  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Your trial can be extended" })).toBeVisible();
  await twoLooks(page, "portal-extend-trial");
  await dialog.getByRole("button", { name: "Extend trial" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/^The trial ends on/)).toBeVisible();

  await page.getByRole("button", { name: "Activate subscription" }).click();
  await expect(dialog).toContainText("EUR 23.80");
  await everyLook(page, "portal-activate");
  await dialog.getByRole("button", { name: "Go on with the trial" }).click();
  await expect(page.getByText(/^The trial ends on/)).toBeVisible();
  await page.getByRole("button", { name: "Activate subscription" }).click();
  await dialog.getByRole("button", { name: /^Activate for/ }).click();
  await expect(page.getByText(/^The trial ends on/)).toHaveCount(0);
  await page.getByRole("link", { name: "View invoices" }).click();
  await expect(page.getByRole("row", { name: /EUR 23\.80/ })).toHaveCount(1);
});

test("T5 T6 a trial that is charged by itself waits for the bank, and goes on once the payer has confirmed", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const plan = await merchant.tryOut(payer, 10);
  await merchant.chargeByItself(payer);
  await merchant.daysPass(10);
  await signIn(page, payer);
  await page.getByRole("link", { name: "Subscriptions" }).first().click();
  await page.getByRole("link", { name: plan }).click();
  await expect(page.getByText("Your bank wants you to confirm the first payment.")).toBeVisible();
  await everyLook(page, "portal-trial-charge");

  await page.getByRole("button", { name: "Confirm with your bank" }).click();
  await page.frameLocator("iframe").getByRole("button", { name: "Confirm" }).click();
  const thanks = page.getByRole("dialog", { name: "Thank you" });
  await expect(thanks.getByRole("status")).toContainText("EUR 23.80");
  await thanks.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Your bank wants you to confirm the first payment.")).toHaveCount(0);
  await page.getByRole("link", { name: "View invoices" }).click();
  await expect(page.getByRole("row", { name: /EUR 23\.80/ })).toContainText("Paid");
});

test("T4 P24 a trial activated by card is paid first, and activated once the payer has confirmed", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  await merchant.allow(payer, ["ACTIVATE_TRIAL"]);
  const plan = await merchant.tryOut(payer, 10);
  await merchant.chargeByItself(payer);
  await signIn(page, payer);
  await page.getByRole("link", { name: "Subscriptions" }).first().click();
  await page.getByRole("link", { name: plan }).click();

  await page.getByRole("button", { name: "Activate subscription" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Activate for EUR 23.80" }).click();
  await expect(page.getByRole("dialog", { name: "Confirm with your bank" })).toBeVisible();
  await everyLook(page, "portal-act-bank");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Your bank wants you to confirm the payment for your change.")).toBeVisible();
  await everyLook(page, "portal-act-charge");

  await page.getByRole("button", { name: "Confirm with your bank" }).click();
  await page.frameLocator("iframe").getByRole("button", { name: "Confirm" }).click();
  const thanks = page.getByRole("dialog", { name: "Thank you" });
  await expect(thanks.getByRole("status")).toContainText("EUR 23.80");
  await thanks.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Your bank wants you to confirm the payment for your change.")).toHaveCount(0);
  await page.getByRole("link", { name: "View invoices" }).click();
  await expect(page.getByRole("row", { name: /EUR 23\.80/ })).toContainText("Paid");
});
