import type { Locator, Page } from "@playwright/test";
import { expect } from "./story.ts";

/** What a clerk does again and again in the console. */

/** A name that no other story, and no run before on the same server, has taken. */
export function fresh(name: string): string {
  return `${name} ${Date.now().toString(36)}`;
}

export async function goTo(page: Page, entry: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: entry, exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`^${entry}`) })).toBeVisible();
}

/** The value of a fact beside a thing. */
export function fact(page: Page, label: string): Locator {
  return page.locator("dl > div", { has: page.getByText(label, { exact: true }) }).getByRole("definition");
}

/** Adds a customer with an address and comes to its page. */
export async function addCustomer(
  page: Page,
  name: string,
  more: Record<string, string> = {},
): Promise<void> {
  await goTo(page, "Customers");
  await page.getByRole("link", { name: "Add customer" }).click();
  await page.getByLabel("Company", { exact: true }).fill(name);
  for (const [label, value] of Object.entries(more))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel("Street and number (optional)").fill("Lindenweg 4");
  await page.getByLabel("Postal code (optional)").fill("10115");
  await page.getByLabel("City (optional)").fill("Berlin");
  await page.getByLabel("Country (optional)").selectOption("Germany");
  await page.getByRole("button", { name: "Add customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** From a customer's page: starts a subscription and comes to its page. */
export async function subscribe(page: Page, plan: string): Promise<void> {
  await page.getByRole("link", { name: "Start subscription" }).click();
  await page.getByLabel("Plan", { exact: true }).selectOption(plan);
  await page.getByRole("button", { name: "Review" }).click();
  await page.getByRole("button", { name: /^Start, bill/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(`^${plan} \\(`) })).toBeVisible();
}

/** Opens the newest mail to an address. It is written a moment after its cause. */
export async function openMail(page: Page, to: string, subject: RegExp): Promise<void> {
  await goTo(page, "Mail log");
  await page.getByRole("searchbox", { name: "Search mails" }).fill(to);
  const mail = page.getByRole("link", { name: subject }).first();
  await expect(async () => {
    await page.reload();
    await expect(mail).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await mail.click();
  await expect(page.getByRole("heading", { level: 1, name: subject })).toBeVisible();
}
