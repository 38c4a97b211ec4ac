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
  await dots.click();
  const entries = await page.getByRole("menuitem").allTextContents();
  await expect(async () => {
    // The menu hears the key only once it has opened.
    await page.keyboard.press("Escape");
    await expect(page.getByRole("menuitem")).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  return entries;
}
