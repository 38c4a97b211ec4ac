import { test } from "./payer.ts";
import { payDialog, payWith, thanked } from "./paying.ts";
import { owner } from "./people.ts";
import { expect, signIn, twoLooks } from "./story.ts";

test("P75 a clerk hears at once of payments that came in, failed and were disputed, and has read them", async ({
  page,
  browser,
  baseURL,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id, number } = await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, owner);
  const unread = page.getByRole("link", { name: /^Notices, \d+\+? unread$/ });
  const none = page.getByRole("link", { name: "Notices", exact: true });
  await expect(unread.or(none)).toBeVisible();
  await page.goto("/console/notices");
  await expect(page.getByRole("heading", { level: 1, name: "Notices" })).toBeVisible();
  const markAll = page.getByRole("button", { name: "Mark all as read" });
  if (await unread.isVisible()) await markAll.click();
  await expect(none).toBeVisible();
  await expect(markAll).toBeHidden();

  // Elsewhere a card is declined, and another one is charged: this page hears of it.
  const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
  const portal = await theirs.newPage();
  await signIn(portal, payer);
  await portal.goto(`/portal/invoices/${id}`);
  await portal.getByRole("button", { name: `Make payment · EUR 119.00: ${number}` }).click();
  await payWith(portal, /9979/, "EUR 119.00");
  await expect(payDialog(portal).getByRole("alert")).toContainText("Use another card");
  const table = page.getByRole("table", { name: "Notices" });
  const failed = table.getByRole("row", { name: /Payment failed/ }).filter({ hasText: payer.customer.name });
  await expect(failed).toContainText("EUR 119.00");
  await payWith(portal, /0259/, "EUR 119.00");
  await thanked(portal, "EUR 119.00");
  await theirs.close();
  const received = table
    .getByRole("row", { name: /Payment received/ })
    .filter({ hasText: payer.customer.name });
  await expect(received).toContainText("EUR 119.00");

  await page.goto("/console/disputes");
  await page.getByRole("button", { name: "Fetch now" }).click();
  await expect(page.getByRole("status").filter({ hasText: /News of/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notices, 3 unread" })).toBeVisible();
  await page.getByRole("link", { name: "Notices, 3 unread" }).click();
  const disputed = table
    .getByRole("row", { name: /Payment disputed/ })
    .filter({ hasText: payer.customer.name });
  await expect(disputed).toContainText("EUR 119.00");
  await twoLooks(page, "console-notices");

  await failed.getByRole("button", { name: `Mark as read: ${payer.customer.name}` }).click();
  await expect(page.getByRole("link", { name: "Notices, 2 unread" })).toBeVisible();
  await disputed.getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1, name: /Dispute/ })).toBeVisible();
  await page.goBack();
  await markAll.click();
  await expect(none).toBeVisible();
  await twoLooks(page, "console-notices-read");
});
