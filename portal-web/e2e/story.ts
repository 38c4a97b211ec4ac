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

/** Looks at the page wide and narrow, light and dark: axe finds nothing, nothing scrolls sideways. Keeps pictures. */
export async function everyLook(page: Page, name: string): Promise<void> {
  await look(page, name, looks);
}

/** The same in half the time: wide and light, narrow and dark. */
export async function twoLooks(page: Page, name: string): Promise<void> {
  await look(page, name, [looks[0], looks[3]]);
}

async function look(page: Page, name: string, chosen: readonly (typeof looks)[number][]): Promise<void> {
  for (const { width, height, colorScheme } of chosen) {
    const picture = `${name}-${width}-${colorScheme}`;
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await accessible(page, picture);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      picture,
    ).toBeLessThanOrEqual(0);
    await page.screenshot({ path: `test-results/looks/${picture}.png`, fullPage: true });
  }
  await page.setViewportSize(looks[0]);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
}

async function accessible(page: Page, look: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(found, `axe on ${look}`).toEqual([]);
}
