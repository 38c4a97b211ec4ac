import { spawn, type ChildProcess } from "node:child_process";
import type { Page } from "@playwright/test";
import { startFakeStripe, type FakeStripe } from "./fakeStripe.ts";
import { test } from "./payer.ts";
import { payDialog } from "./paying.ts";
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

test("L12 P75 a card is typed into Stripe's own fields, declined, and another one's bank asks", async ({
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

  // The bank's own page stands in ours.
  await number(page).fill("4000 0000 0000 3220");
  await pay.click();
  const bank = page.frameLocator("iframe[title='Your bank\\'s confirmation']");
  await expect(bank.getByRole("button", { name: "Complete authentication" })).toBeVisible();
});

/** The field in Stripe's frame. */
function number(page: Page) {
  return page.frameLocator("iframe[title='Secure payment input frame']").getByLabel("Card number");
}
