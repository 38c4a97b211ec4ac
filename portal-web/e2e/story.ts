import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";
import type { Person } from "./people.ts";

export { expect };

/** A story fails, too, when a page throws or the browser refuses something of it. */
export const test = base.extend<{ noFaults: undefined }>({
  noFaults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && /Content Security Policy|Uncaught/.test(message.text()))
          faults.push(message.text());
      });
      await use(undefined);
      expect(faults, "faults in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs in and waits for the frame of the app. */
export async function signIn(page: Page, { app, email, password, name }: Person): Promise<void> {
  await page.goto(`/${app}/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: `Account of ${name}` })).toBeVisible();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await expect(page.getByRole("heading", { name: /^Sign in/ })).toBeVisible();
}

const looks = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 390, height: 844, colorScheme: "light" },
  { width: 390, height: 844, colorScheme: "dark" },
] as const;

/** Whether every look is taken and kept as a picture, or those alone checked in which most differs. */
const all = process.env.QUITTANCE_LOOKS === "every";

/**
 * Looks at the page wide and light, narrow and dark: axe finds nothing, nothing scrolls sideways. Where all looks are
 * wanted, narrow and light, wide and dark, too, and pictures are kept.
 */
export async function everyLook(page: Page, name: string): Promise<void> {
  await look(page, name, all ? looks : [looks[0], looks[3]]);
}

/** The same in half the time: wide and light, and narrow and dark where all looks are wanted. */
export async function twoLooks(page: Page, name: string): Promise<void> {
  await look(page, name, all ? [looks[0], looks[3]] : [looks[0]]);
}

async function look(page: Page, name: string, chosen: readonly (typeof looks)[number][]): Promise<void> {
  // Not at what still loads.
  await page.locator("h1").first().waitFor();
  for (const { width, height, colorScheme } of chosen) {
    const picture = `${name}-${width}-${colorScheme}`;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await accessible(page, picture, colorScheme === "dark" && chosen.length > 2);
    await fits(page, picture);
    if (all) await page.screenshot({ path: `test-results/looks/${picture}.png`, fullPage: true });
  }
  if (chosen.every(({ width }) => width > 390)) await fitsNarrow(page, name);
  await page.setViewportSize(looks[0]);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
}

async function fitsNarrow(page: Page, name: string): Promise<void> {
  const { width, height } = looks[3];
  await page.setViewportSize({ width, height });
  await fits(page, `${name}-${width}`);
}

/** Nothing scrolls sideways, once the page has taken its new width in. */
async function fits(page: Page, picture: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), { message: picture })
    .toBeLessThanOrEqual(0);
}

/** What stands in a frame is a page of its own. Of one looked at in light, only the colours are others in dark. */
async function accessible(page: Page, look: string, colours: boolean): Promise<void> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).exclude("iframe");
  const found = async () => {
    const { violations } = await (colours ? axe.withRules("color-contrast") : axe).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  };
  // Further looks, since colours that have just been switched may not stand yet.
  let faults = await found();
  for (let again = 0; faults.length > 0 && again < 3; again++) {
    await page.waitForTimeout(500);
    faults = await found();
  }
  expect(faults, `axe on ${look}`).toEqual([]);
}
