import { spawn, type ChildProcess } from "node:child_process";
import type { Page } from "@playwright/test";
import { startFakeStripe, type FakeStripe } from "./fakeStripe.ts";
import { test } from "./payer.ts";
import { payDialog, thanked } from "./paying.ts";
import { expect, signIn, twoLooks } from "./story.ts";

/** A server of its own, since where cards are charged is set when it starts. */
const port = Number(process.env.QUITTANCE_E2E_PORT) + 1;
const url = `http://localhost:${port}`;

test.skip(process.env.QUITTANCE_E2E_DATA === undefined, "needs the packaged server");
test.use({ baseURL: url });

let stripe: FakeStripe;
let server: ChildProcess;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  stripe = await startFakeStripe();
  server = spawn("node", ["start-server.mjs"], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      SERVER_PORT: String(port),
      QUITTANCE_E2E_DATA: `${process.env.QUITTANCE_E2E_DATA ?? ""}-stripe`,
      QUITTANCE_STRIPE_SECRETKEY: "sk_test_fake",
      QUITTANCE_STRIPE_PUBLISHABLEKEY: "pk_test_fake",
      QUITTANCE_STRIPE_WEBHOOKSECRET: "whsec_fake",
      QUITTANCE_STRIPE_APIURL: stripe.url,
    },
  });
  await expect(async () => {
    expect((await fetch(`${url}/portal/sign-in`)).status).toBe(200);
  }).toPass({ timeout: 200_000, intervals: [1_000] });
});

test.afterAll(async () => {
  const ended = new Promise((gone) => server.once("exit", gone));
  server.kill("SIGTERM");
  await ended;
  await stripe.close();
});

test("L12 P69 P75 P96 a card is typed into Stripe's own fields, confirmed at the bank, kept, and pays again", async ({
  page,
  context,
  merchant,
}) => {
  await stripe.serve(context);
  const payer = await merchant.newPayer();
  const { id } = await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, payer);
  await page.goto(`/portal/invoices/${id}`);
  await page.getByRole("button", { name: /^Make payment/ }).click();
  const dialog = payDialog(page);
  await expect(dialog.getByRole("radio", { name: "A new card" })).toBeChecked();
  const pay = dialog.getByRole("button", { name: "Pay EUR 119.00" });

  // What Stripe finds wrong is said, and nothing is sent to us.
  await number(page).fill("4242");
  await pay.click();
  await expect(dialog.getByText("Your card number is incomplete.")).toBeVisible();
  await twoLooks(page, "portal-stripe-incomplete");
  await number(page).fill("4000 0000 0000 0002");
  await pay.click();
  await expect(dialog.getByRole("alert")).toContainText("not enough money on this card");

  // Refused at the bank, then confirmed; by itself it goes on once the bank has led back.
  await number(page).fill("4000 0000 0000 3220");
  await pay.click();
  const bank = page.frameLocator("iframe[title='Your bank\\'s confirmation']");
  await bank.getByRole("button", { name: "Fail authentication" }).click();
  await expect(dialog.getByRole("alert")).toContainText("refused at your bank");
  await number(page).fill("4000 0000 0000 3220");
  await dialog.getByRole("checkbox", { name: "Keep this card for future payments" }).check();
  await pay.click();
  await expect(bank.getByRole("button", { name: "Complete authentication" })).toBeVisible();
  await twoLooks(page, "portal-stripe-bank");
  await bank.getByRole("button", { name: "Complete authentication" }).click();
  await thanked(page, "EUR 119.00");

  // In one click with the kept one.
  const second = await merchant.bill(payer, "Managed server", "10.00");
  await page.goto(`/portal/invoices/${second.id}`);
  await page.getByRole("button", { name: /^Make payment/ }).click();
  await expect(dialog.getByRole("radio", { name: "Visa •••• 3220" })).toBeChecked();
  await dialog.getByRole("radio", { name: "A new card" }).check();
  await expect(number(page)).toBeVisible();
  await twoLooks(page, "portal-stripe-fields");

  // Another card is kept without a payment, and pays then.
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.goto("/portal/account/payment-methods");
  await page.getByRole("button", { name: "Add a card" }).click();
  await number(page).fill("4242 4242 4242 4242");
  await page.getByLabel("Offer it first").check();
  await page.getByRole("button", { name: "Keep card" }).click();
  await expect(page.getByRole("row", { name: /^Visa •••• 4242 / })).toContainText("Default");
  await page.goto(`/portal/invoices/${second.id}`);
  await page.getByRole("button", { name: /^Make payment/ }).click();
  await expect(dialog.getByRole("radio", { name: "Visa •••• 4242" })).toBeChecked();
  await dialog.getByRole("button", { name: "Pay EUR 11.90" }).click();
  await thanked(page, "EUR 11.90");
  // Each charge is an intent of its own.
  expect(stripe.asked.filter((one) => one === "POST /v1/payment_intents")).toHaveLength(4);
});

/** The field in Stripe's frame. */
function number(page: Page) {
  return page.frameLocator("iframe[title='Secure payment input frame']").getByLabel("Card number");
}
