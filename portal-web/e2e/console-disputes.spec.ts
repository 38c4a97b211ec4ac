import { fact, goTo } from "./clerk.ts";
import { test } from "./payer.ts";
import { payWith, thanked } from "./paying.ts";
import { owner } from "./people.ts";
import { expect, signIn, twoLooks } from "./story.ts";

test("a payment is disputed, answered with evidence and won; another one is lost", async ({
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
  await payWith(portal, /0259/, "EUR 119.00");
  await thanked(portal, "EUR 119.00");

  await signIn(page, owner);
  await goTo(page, "Disputes");
  await page.getByRole("button", { name: "Fetch now" }).click();
  await expect(page.getByRole("status").filter({ hasText: /News of/ })).toBeVisible();
  const disputes = page.getByRole("table", { name: "Disputes" });
  const theirRow = disputes.getByRole("row", { name: new RegExp(payer.customer.name) });
  await expect(theirRow).toContainText("Needs response");
  await twoLooks(page, "console-disputes");

  await goTo(page, "Overview");
  const needs = page.getByRole("region", { name: "What needs a person" });
  await expect(needs).toContainText(/\d disputes? waits? for an answer/);
  await needs.getByRole("link", { name: "Answer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Disputes" })).toBeVisible();

  await theirRow.getByRole("link").click();
  await expect(fact(page, "Fee of the gateway")).toHaveText("EUR 15.00");
  await expect(page.getByRole("table", { name: "What was booked" }).getByRole("row")).toHaveCount(3);
  await expect(
    page
      .getByRole("table", { name: "Invoices that lost what the payment had paid" })
      .getByRole("row", { name: number }),
  ).toContainText("EUR 119.00");
  await twoLooks(page, "console-dispute-open");

  await portal.goto("/portal/payments");
  await expect(portal.getByRole("row", { name: /RCP-/ })).toContainText("Disputed");
  await portal.getByRole("row", { name: /RCP-/ }).getByRole("link").first().click();
  await expect(portal.getByText("Your bank took this payment back.")).toBeVisible();
  await twoLooks(portal, "portal-payment-disputed");
  await theirs.close();

  await page.getByRole("button", { name: "Hand in evidence" }).click();
  await expect(page.getByText("Please fill this in.")).toBeVisible();
  await page
    .getByLabel("Evidence", { exact: true })
    .fill("Signed for on 2 January by the payer.\nSee the delivery note.");
  await page.getByRole("button", { name: "Hand in evidence" }).click();
  await expect(page.getByText("Under review", { exact: true })).toBeVisible();
  await expect(page.getByText("Signed for on 2 January by the payer.")).toBeVisible();
  await page.getByRole("button", { name: /^More actions for the dispute/ }).click();
  await page.getByRole("menuitem", { name: "Sandbox: let the bank say won…" }).click();
  await page.getByRole("button", { name: "Decide: won" }).click();
  await expect(page.getByText("The money is back.")).toBeVisible();
  await expect(fact(page, "Fee of the gateway")).toHaveText("EUR 0.00");
  await expect(page.getByRole("table", { name: "What was booked" }).getByRole("row")).toHaveCount(5);
  await twoLooks(page, "console-dispute-won");

  await fact(page, "Payment").getByRole("link").click();
  await expect(
    page.getByRole("table", { name: "Invoices paid" }).getByRole("row", { name: number }),
  ).toBeVisible();
  await page.getByRole("button", { name: "More actions for this payment" }).click();
  await page.getByRole("menuitem", { name: "Sandbox: dispute as the payer…" }).click();
  const dialog = page.getByRole("dialog", { name: "Dispute as the payer" });
  await dialog.getByLabel("Reason").selectOption("Charged twice");
  await dialog.getByLabel("Amount (optional)").fill("19.00");
  await dialog.getByRole("button", { name: "Dispute payment" }).click();
  const ofPayment = page.getByRole("table", { name: "Disputes of this payment" });
  await expect(ofPayment.getByRole("row", { name: /Charged twice/ })).toContainText("EUR 19.00");
  await expect(page.getByText("Disputed", { exact: true }).first()).toBeVisible();
  await twoLooks(page, "console-payment-disputed");
  await ofPayment
    .getByRole("row", { name: /Charged twice/ })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: /^More actions for the dispute/ }).click();
  await page.getByRole("menuitem", { name: "Accept dispute…" }).click();
  await page.getByRole("button", { name: "Accept dispute" }).click();
  await expect(page.getByText("The dispute was accepted.")).toBeVisible();
  await twoLooks(page, "console-dispute-accepted");
});
