import type { Locator, Page } from "@playwright/test";
import { expect, twoLooks } from "./story.ts";

/** The dialog in which everything is paid, the same from wherever it was opened. */
export function payDialog(page: Page): Locator {
  return page.getByRole("dialog", { name: "Pay" });
}

/** Pays with the chosen test card: one click on the button that carries the amount. */
export async function payWith(page: Page, card: RegExp, amount: string): Promise<void> {
  await payDialog(page).getByRole("radio", { name: card }).check();
  await payDialog(page)
    .getByRole("button", { name: `Pay ${amount}` })
    .click();
}

/** Reads that it is paid, with the receipt at hand, and closes. */
export async function thanked(page: Page, amount: string, picture?: string): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Thank you" });
  await expect(dialog.getByRole("status")).toContainText(`${amount} has been charged.`);
  await expect(dialog.getByRole("link", { name: /^See receipt RCP-/ })).toBeVisible();
  await expect(dialog.getByRole("link", { name: "Download receipt" })).toBeVisible();
  if (picture) await twoLooks(page, picture);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(dialog).toBeHidden();
}
