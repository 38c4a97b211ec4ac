import type { Page } from "@playwright/test";
import { expect } from "./story.ts";

/** Acting on a subscription, in portal and console alike. */

/** Chooses an entry of the subscription's menu, and gives its dialog. */
export async function act(page: Page, entry: string) {
  await page.getByRole("button", { name: /^More actions for/ }).click();
  await page.getByRole("menuitem", { name: entry, exact: true }).click();
  return page.getByRole("dialog");
}

/** What the menu holds now. */
export async function offered(page: Page): Promise<string[]> {
  const dots = page.getByRole("button", { name: /^More actions for/ });
  if ((await dots.count()) === 0) return [];
  const items = page.getByRole("menuitem");
  await expect(async () => {
    // What is drawn anew meanwhile closes the menu.
    if ((await items.count()) === 0) await dots.click();
    await expect(items.first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const entries = await items.allTextContents();
  await expect(async () => {
    // The menu hears the key only once it has opened.
    await page.keyboard.press("Escape");
    await expect(items).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  return entries;
}
