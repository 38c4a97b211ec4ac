import type { Page } from "@playwright/test";
import { goTo } from "./clerk.ts";
import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn } from "./story.ts";

/** One switch's row of buttons. */
const flag = (page: Page, name: string) => page.getByRole("radiogroup", { name, exact: true });

async function choose(page: Page, name: string, value: "On" | "Off" | RegExp): Promise<void> {
  await flag(page, name)
    .getByText(value, typeof value === "string" ? { exact: true } : {})
    .click();
}

async function save(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByText("Saved. Open portals follow at once.")).toBeVisible();
}

test("P1 P18 P98 what the merchant switches off for one customer goes from the open portal, and comes back", async ({
  page,
  browser,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id } = await merchant.bill(payer, "Starter", "10.00");
  const portal = await (await browser.newContext()).newPage();
  await signIn(portal, payer);
  await expect(portal.getByRole("link", { name: "Subscriptions" })).toBeVisible();
  await expect(portal.getByRole("region", { name: "My details" })).toBeVisible();

  await signIn(page, owner);
  await page.goto(`/console/customers/${payer.customer.id}?tab=portal`);
  const sight = page.getByRole("region", { name: "What a customer sees" });
  await expect(sight).toContainText("Subscriptions");
  await choose(page, "Subscriptions", "Off");
  await choose(page, "Customer details", "Off");
  await choose(page, "Invoices", "Off");
  await expect(sight).not.toContainText("Invoices");
  await expect(sight).toContainText("Own details are neither shown nor changed.");
  await everyLook(page, "console-customer-portal");
  await save(page, "Save 3 changes");

  await expect(portal.getByRole("link", { name: "Subscriptions" })).toHaveCount(0);
  await expect(portal.getByRole("region", { name: "My details" })).toHaveCount(0);
  await expect(portal.getByRole("region", { name: "Outstanding invoices" })).toHaveCount(0);
  await expect(portal.getByRole("link", { name: "Payments" })).toBeVisible();
  await everyLook(portal, "portal-home-less");
  await portal.goto(`/portal/invoices/${id}`);
  await expect(portal.getByRole("heading", { level: 1, name: "Not found" })).toBeVisible();
  const answer = await portal.evaluate(async (invoice) => {
    const response = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Quittance-App": "portal" },
      body: JSON.stringify({ query: `{ invoice(id: "${invoice}") { total { amount } } }` }),
    });
    return response.text();
  }, id);
  expect(answer).toContain("FORBIDDEN");
  expect(answer).toContain('"switchedOff":"INVOICES"');

  for (const name of ["Subscriptions", "Customer details", "Invoices"])
    await choose(page, name, /^Inherited/);
  await save(page, "Save 3 changes");
  await expect(portal.getByText(/is due|to pay by/).first()).toBeVisible();
  await expect(portal.getByRole("link", { name: "Subscriptions" })).toBeVisible();
  await portal.context().close();
});

test("P36 a clerk sets switches for everybody, sees at a plan where they come from, and what customers get", async ({
  page,
}) => {
  await signIn(page, owner);
  await goTo(page, "Customer portal");
  const sight = page.getByRole("region", { name: "What a customer sees" });
  await expect(sight).not.toContainText("Pause subscription");
  await choose(page, "Pause subscription", "On");
  await expect(sight).toContainText("Pause subscription");
  await page.getByLabel("Extensions of one trial").fill("99");
  await page.getByRole("button", { name: "Save 2 changes" }).click();
  await expect(page.getByText("It must be between 1 and 12.")).toBeVisible();
  await page.getByLabel("Extensions of one trial").fill("3");
  await everyLook(page, "console-portal-switches");
  await save(page, "Save 2 changes");
  await expect(page.getByRole("list", { name: "History, newest first" })).toContainText(
    "Portal switches set",
  );

  await goTo(page, "Plans");
  await page.getByRole("link", { name: /^Starter/ }).click();
  await page.getByRole("button", { name: "Set switches" }).click();
  await expect(page.getByText("On, from the organisation.")).toBeVisible();
  await expect(flag(page, "Subscriptions")).toHaveCount(0);
  await choose(page, "Pause subscription", "Off");
  await expect(
    page.getByText("Set here: off. Otherwise on, from the organisation. Not saved yet."),
  ).toBeVisible();
  await everyLook(page, "console-plan-portal");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("On, from the organisation.")).toBeVisible();

  await goTo(page, "Customer portal");
  await choose(page, "Pause subscription", /^Inherited/);
  await page.getByLabel("Extensions of one trial").fill("");
  await save(page, "Save 2 changes");
});
