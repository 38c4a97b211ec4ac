import { act, offered } from "./acting.ts";
import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P42 P43 P44 P46 P48 P49 P51 P52 a customer pauses, plans and cancels a subscription as far as switches let it", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id } = await merchant.bill(payer, "Starter", "40.00");
  await merchant.receive(id, "47.60");
  await signIn(page, payer);
  await page.getByRole("link", { name: "Subscriptions" }).first().click();
  await page.getByRole("link", { name: "Starter" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Starter" })).toBeVisible();
  expect(await offered(page)).toEqual([]);
  const upcoming = page.getByRole("region", { name: "Upcoming invoice" });
  await expect(upcoming).toContainText("EUR 47.60");
  await upcoming.locator("summary").first().click();
  await everyLook(page, "portal-upcoming-invoice");

  await merchant.allow(payer, ["PAUSE", "CANCEL_AT_TERM_END"]);
  await expect.poll(() => offered(page)).toEqual(["Pause subscription", "Cancel subscription"]);
  const first = await act(page, "Pause subscription");
  await expect(first.getByLabel(/Goes on again on/)).toHaveCount(0);
  await page.keyboard.press("Escape");

  await merchant.allow(payer, ["RESUME"]);
  await expect(async () => {
    // What the merchant allowed has to come first, and a dialog that is open keeps what it was opened with.
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const dialog = await act(page, "Pause subscription");
    await expect(dialog.getByLabel(/Goes on again on/)).toBeVisible({ timeout: 3_000 });
  }).toPass();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("On a day").check();
  await dialog.getByLabel("First day of the pause").fill(await merchant.inDays(5));
  await dialog.getByLabel(/Goes on again on/).fill(await merchant.inDays(10));
  await expect(dialog.getByRole("button", { name: /^Plan the pause/ })).toBeEnabled();
  await everyLook(page, "portal-pause");
  await dialog.getByRole("button", { name: /^Plan the pause/ }).click();
  await expect(page.getByText(/^It pauses on/)).toBeVisible();
  await expect(page.getByRole("list", { name: "What is coming and what happened" })).toContainText("Pauses");
  await everyLook(page, "portal-subscription-planned");

  await page.getByRole("button", { name: "Change schedule" }).click();
  await twoLooks(page, "portal-schedule");
  await dialog.getByRole("button", { name: "Delete schedule" }).click();
  await expect(page.getByText(/^It pauses on/)).toHaveCount(0);

  await act(page, "Pause subscription");
  await expect(dialog.getByRole("button", { name: /^Pause now, get EUR/ })).toBeEnabled();
  await twoLooks(page, "portal-pause-now");
  await dialog.getByRole("button", { name: /^Pause now/ }).click();
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  expect(await offered(page)).toContain("Resume subscription");
  expect(await offered(page)).not.toContain("Pause subscription");
  await act(page, "Resume subscription");
  await dialog.getByRole("button", { name: /^Resume now/ }).click();
  await expect(page.getByText(/^Paused since/)).toHaveCount(0);

  await act(page, "Cancel subscription");
  await expect(dialog.getByLabel("Now")).toHaveCount(0);
  await twoLooks(page, "portal-cancel");
  await dialog.getByRole("button", { name: /^Cancel at term end/ }).click();
  await expect(page.getByText(/^This subscription ends on/)).toBeVisible();
  await act(page, "Remove scheduled cancellation");
  await dialog.getByRole("button", { name: "Keep the subscription" }).click();
  await expect(page.getByText(/^This subscription ends on/)).toHaveCount(0);
});

test("P32 P35 P50 P53 P55 P56 P57 P58 a customer changes a subscription, cancels it now and reactivates it", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id } = await merchant.bill(payer, "Starter", "40.00");
  await merchant.receive(id, "47.60");
  await merchant.allow(payer, ["EDIT", "CANCEL_NOW", "REACTIVATE"]);
  await signIn(page, payer);
  await page.getByRole("link", { name: "Subscriptions" }).first().click();
  await page.getByRole("link", { name: "Starter" }).click();

  const dialog = await act(page, "Manage subscription");
  await dialog.getByLabel("Quantity").fill("2");
  await expect(dialog.getByRole("button", { name: /^Change now/ })).toBeEnabled();
  await everyLook(page, "portal-manage");
  await dialog.getByRole("button", { name: /^Change now/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Starter/ })).toContainText("2");

  await act(page, "Cancel subscription");
  await expect(dialog.getByRole("button", { name: /^Cancel now/ })).toBeEnabled();
  await dialog.getByRole("button", { name: /^Cancel now/ }).click();
  await expect(page.getByText(/^This subscription was cancelled on/)).toBeVisible();
  await everyLook(page, "portal-subscription-cancelled");
  await page.getByRole("button", { name: "Proceed to reactivate" }).click();
  await expect(dialog.getByRole("button", { name: /^Reactivate subscription/ })).toBeEnabled();
  await expect(dialog.getByLabel("Quantity")).toBeVisible();
  await twoLooks(page, "portal-reactivate");
  await dialog.getByRole("button", { name: /^Reactivate subscription/ }).click();
  await expect(page.getByText(/^This subscription was cancelled on/)).toHaveCount(0);
});
