import { fact, goTo } from "./clerk.ts";
import { test } from "./payer.ts";
import { payWith, thanked } from "./paying.ts";
import { owner } from "./people.ts";
import { expect, signIn, twoLooks } from "./story.ts";

test("a card payment stands with its fee at the gateway, and the next day in a payout", async ({
  page,
  browser,
  baseURL,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id, number } = await merchant.bill(payer, "Starter", "100.00");
  const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
  const portal = await theirs.newPage();
  await signIn(portal, payer);
  await portal.goto(`/portal/invoices/${id}`);
  await portal.getByRole("button", { name: `Make payment · EUR 119.00: ${number}` }).click();
  await payWith(portal, /4242/, "EUR 119.00");
  await thanked(portal, "EUR 119.00");
  await theirs.close();

  await signIn(page, owner);
  await goTo(page, "Payouts");
  await expect(
    page.getByRole("region", { name: "Not paid out yet" }).getByRole("row", { name: /EUR/ }),
  ).toBeVisible();
  await twoLooks(page, "console-payouts-held");
  await goTo(page, "Clock");
  await page.getByRole("button", { name: "Tomorrow" }).click();
  await expect(page.getByRole("button", { name: "Tomorrow" })).toBeEnabled({ timeout: 45_000 });

  await goTo(page, "Payouts");
  await page.getByRole("button", { name: "Fetch now" }).click();
  await expect(page.getByRole("status").filter({ hasText: /new payouts?\./ })).toBeVisible();
  const payouts = page.getByRole("table", { name: "Payouts" });
  await expect(payouts.getByRole("row", { name: /EUR/ }).first()).toBeVisible();
  await twoLooks(page, "console-payouts");

  await payouts.getByRole("row", { name: /EUR/ }).first().getByRole("link").click();
  await expect(fact(page, "Gateway fees")).toBeVisible();
  await twoLooks(page, "console-payout");
  await page
    .getByRole("row", { name: new RegExp(payer.customer.name) })
    .getByRole("link")
    .click();
  await expect(fact(page, "Gateway fee")).toHaveText("EUR 1.92");
  await expect(fact(page, "Paid out on")).toBeVisible();
  await twoLooks(page, "console-payment-paid-out");
});
