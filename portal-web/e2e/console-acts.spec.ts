import { act, offered } from "./acting.ts";
import { addCustomer, fact, fresh, goTo, subscribe } from "./clerk.ts";
import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("T10 T11 T22 T23 T31 a clerk pauses, plans and takes back, seeing first what it credits and bills", async ({
  page,
  merchant,
}) => {
  await signIn(page, owner);
  await addCustomer(page, fresh("Druckerei Lenz"));
  await subscribe(page, "Business");
  expect(await offered(page)).toEqual([
    "Manage subscription",
    "Change billing day",
    "Pause subscription",
    "Cancel subscription",
  ]);
  const timeline = page.getByRole("list", { name: "What is coming and what happened" });
  await expect(timeline).toContainText("Next invoice");
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 35.58");
  await everyLook(page, "console-subscription");

  const dialog = await act(page, "Pause subscription");
  await dialog.getByLabel("On a day").check();
  await dialog.getByLabel("First day of the pause").fill(await merchant.inDays(-3));
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Plan the pause/ })).toBeDisabled();
  await dialog.getByLabel("First day of the pause").fill(await merchant.inDays(5));
  await dialog.getByLabel(/Goes on again on/).fill(await merchant.inDays(10));
  await expect(dialog.getByRole("button", { name: /^Plan the pause/ })).toBeEnabled();
  await everyLook(page, "console-pause");
  await dialog.getByRole("button", { name: /^Plan the pause/ }).click();
  await expect(page.getByText(/^It pauses on/)).toBeVisible();
  await expect(timeline).toContainText("Goes on again");
  await twoLooks(page, "console-subscription-planned");

  await page.getByRole("button", { name: "Change schedule" }).click();
  await dialog.getByLabel(/Goes on again on/).fill(await merchant.inDays(12));
  await dialog.getByRole("button", { name: "Save schedule" }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("button", { name: "Change schedule" }).click();
  await expect(dialog.getByLabel(/Goes on again on/)).toHaveValue(await merchant.inDays(12));
  await dialog.getByRole("button", { name: "Delete schedule" }).click();
  await expect(page.getByText(/^It pauses on/)).toHaveCount(0);

  await act(page, "Pause subscription");
  await expect(dialog.getByRole("button", { name: /^Pause now, credit EUR/ })).toBeEnabled();
  await dialog.getByRole("button", { name: /^Pause now/ }).click();
  await expect(page.getByText(/^Paused since/)).toBeVisible();
  expect(await offered(page)).toContain("Resume subscription");
  await act(page, "Resume subscription");
  await expect(dialog.getByRole("button", { name: /^Resume now, bill EUR/ })).toBeEnabled();
  await dialog.getByRole("button", { name: /^Resume now/ }).click();
  await expect(page.getByText(/^Paused since/)).toHaveCount(0);

  await act(page, "Cancel subscription");
  await dialog.getByLabel("On a day").check();
  await dialog.getByLabel("First day without it").fill(await merchant.inDays(20));
  await dialog.getByRole("button", { name: "Plan the cancellation" }).click();
  await expect(page.getByText(/^This subscription ends on/)).toBeVisible();
  await page.getByRole("button", { name: "Remove scheduled cancellation" }).click();
  await dialog.getByRole("button", { name: "Keep the subscription" }).click();
  await expect(page.getByText(/^This subscription ends on/)).toHaveCount(0);
});

test("T2 T4 T25 T26 a clerk starts a trial, activates it, and changes it now and at the end of the term", async ({
  page,
  merchant,
}) => {
  const plan = await merchant.newPlan("40.00", { trial: { count: 7, unit: "DAY" } });
  await signIn(page, owner);
  await addCustomer(page, fresh("Atelier Sonne"));
  await page.getByRole("link", { name: "Start subscription" }).click();
  await page.getByLabel("Plan", { exact: true }).selectOption(plan);
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Start", exact: true }).click();
  await expect(page.getByText(/^The trial ends on/)).toBeVisible();

  await page.getByRole("button", { name: "Activate subscription" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Billed" })).toContainText("EUR 47.60");
  await twoLooks(page, "console-activate");
  await dialog.getByRole("button", { name: "Activate, bill EUR 47.60" }).click();
  await expect(page.getByText(/^The trial ends on/)).toHaveCount(0);

  await act(page, "Manage subscription");
  await expect(dialog.getByRole("button", { name: /^Change now/ })).toBeDisabled();
  await dialog.getByLabel("Quantity").fill("3");
  await dialog.getByLabel("Daily backup").fill("1");
  await expect(dialog.getByRole("button", { name: /^Change now, bill EUR/ })).toBeEnabled();
  await everyLook(page, "console-manage");

  // Somebody else changes it meanwhile: what was shown no longer holds.
  const id = /subscriptions\/([\w-]+)/.exec(page.url())?.[1] ?? "";
  await merchant.changeQuantity(id, 2);
  await dialog.getByRole("button", { name: /^Change now/ }).click();
  await expect(dialog.getByText("It costs something else by now")).toBeVisible();
  await twoLooks(page, "console-quote-stale");
  await dialog.getByRole("button", { name: /^Change now/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("row", { name: /^Package/ })).toContainText("3");
  await expect(page.getByRole("row", { name: /^Daily backup/ })).toBeVisible();

  await act(page, "Manage subscription");
  await dialog.getByLabel("Daily backup").fill("0");
  await dialog.getByLabel("At the end of the term").check();
  await dialog.getByRole("button", { name: "Change at term end" }).click();
  await expect(page.getByText(/^It changes on/)).toBeVisible();
  await page.getByRole("button", { name: "Remove scheduled change" }).click();
  await dialog.getByRole("button", { name: "Keep it as it is" }).click();
  await expect(page.getByText(/^It changes on/)).toHaveCount(0);
});

test("A25 a clerk lets periods begin on another day, and redeems and takes off coupons with a change", async ({
  page,
  merchant,
}) => {
  const plan = await merchant.newPlan("40.00");
  const code = await merchant.newCoupon("50");
  await signIn(page, owner);
  await addCustomer(page, fresh("Imkerei Vogt"));
  await subscribe(page, plan);

  const dialog = await act(page, "Change billing day");
  await expect(dialog.getByRole("button", { name: "Change from the next invoice on" })).toBeDisabled();
  const day = Number((await merchant.inDays(0)).slice(8)) === 16 ? 17 : 16;
  await dialog.getByLabel("Periods begin").selectOption(`On day ${day} of the month`);
  await expect(dialog.getByRole("button", { name: "Change from the next invoice on" })).toBeEnabled();
  await dialog.getByLabel("Now", { exact: true }).check();
  await expect(dialog.getByRole("button", { name: /^Change now, credit EUR/ })).toBeEnabled();
  await everyLook(page, "console-billing-day");
  await dialog.getByRole("button", { name: /^Change now/ }).click();
  await expect(fact(page, "Billing day")).toHaveText(`On day ${day} of the month`);

  await act(page, "Manage subscription");
  await dialog.getByLabel("Coupon code (optional)").fill(`${code}-UNKNOWN`);
  await expect(dialog.getByRole("alert")).toBeVisible();
  await dialog.getByLabel("Coupon code (optional)").fill(code);
  await expect(dialog.getByRole("button", { name: "Change now" })).toBeEnabled();
  await dialog.getByRole("button", { name: "Change now" }).click();
  const redeemed = page.getByRole("row", { name: new RegExp(code) });
  await expect(redeemed).toBeVisible();
  // 40.00, half of it, and 19 % tax.
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 23.80");
  await act(page, "Manage subscription");
  await dialog.getByLabel(new RegExp(code)).uncheck();
  await expect(dialog.getByRole("button", { name: "Change now" })).toBeEnabled();
  await twoLooks(page, "console-manage-coupon");
  await dialog.getByRole("button", { name: "Change now" }).click();
  await expect(redeemed).toContainText("Removed on");
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 47.60");
});

test("staff sets what becomes of the days before the first billing day", async ({ page, merchant }) => {
  const plan = await merchant.newPlan("40.00");
  await signIn(page, owner);
  await goTo(page, "Pausing and cancelling");
  const first = page.getByLabel("The days before the first billing day");
  await first.selectOption("Free");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await addCustomer(page, fresh("Imkerei Vogt"));
  await page.getByRole("link", { name: "Start subscription" }).click();
  await page.getByLabel("Plan", { exact: true }).selectOption(plan);
  await page.getByLabel("Billing day").fill((await merchant.inDays(10)).slice(8));
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Start", exact: true })).toBeEnabled();
  await page.keyboard.press("Escape");

  await goTo(page, "Pausing and cancelling");
  await expect(first).toHaveValue("FREE");
  await first.selectOption("Billed by its days");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("T27 T28 a clerk cancels a subscription of the past at once and reactivates it at a price of its own", async ({
  page,
  merchant,
}) => {
  await signIn(page, owner);
  await addCustomer(page, fresh("Gasthof Krone"));
  await page.getByRole("link", { name: "Start subscription" }).click();
  await page.getByLabel("Plan", { exact: true }).selectOption("Starter");
  await expect(page.getByLabel("What is billed of the past")).toHaveCount(0);
  await page.getByLabel("First day").fill(await merchant.inDays(-70));
  await page.getByRole("button", { name: "Review" }).click();
  await expect(page.getByLabel("What is billed of the past")).toHaveAttribute("aria-invalid", "true");
  await twoLooks(page, "console-start-backdated");
  await page.getByLabel("What is billed of the past").selectOption("Every term since the first day");
  await page.getByRole("button", { name: "Review" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.locator("details")).toHaveCount(3);
  await twoLooks(page, "console-start");
  await dialog.getByRole("button", { name: "Start, bill EUR 32.13" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Starter \(/ })).toBeVisible();

  await act(page, "Cancel subscription");
  await dialog.getByLabel("Now").check();
  await expect(dialog.getByRole("button", { name: /^Cancel now, credit EUR/ })).toBeEnabled();
  await everyLook(page, "console-cancel");
  await dialog.getByRole("button", { name: /^Cancel now/ }).click();
  await expect(page.getByText(/^This subscription was cancelled on/)).toBeVisible();
  expect(await offered(page)).toEqual(["Reactivate subscription"]);

  await page.getByRole("button", { name: "Proceed to reactivate" }).click();
  // What is owed for it comes first.
  await expect(dialog.getByRole("alert")).toContainText("still owed");
  await page.keyboard.press("Escape");
  await merchant.settle(/subscriptions\/([\w-]+)/.exec(page.url())?.[1] ?? "");
  await page.getByRole("button", { name: "Proceed to reactivate" }).click();
  await dialog.getByLabel(/^Own price per unit/).fill("7.50");
  await expect(dialog.getByRole("button", { name: /^Reactivate subscription, bill EUR/ })).toBeEnabled();
  await twoLooks(page, "console-reactivate");
  await dialog.getByRole("button", { name: /^Reactivate subscription/ }).click();
  await expect(page.getByText(/^This subscription was cancelled on/)).toHaveCount(0);
  await expect(fact(page, "Started")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Starter/ })).toContainText("EUR 7.50");
});
