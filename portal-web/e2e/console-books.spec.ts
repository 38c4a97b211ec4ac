import { goTo } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test } from "./story.ts";

test("from a figure of the trial balance to the invoice that explains it", async ({ page }) => {
  await signIn(page, owner);
  await goTo(page, "Trial balance");
  await everyLook(page, "console-trial-balance");

  const receivables = page.getByRole("row", { name: /^Receivables/ });
  const closing = await receivables.getByRole("cell").last().innerText();
  await receivables.getByRole("cell").last().getByRole("link").click();

  await expect(page.getByRole("heading", { level: 1, name: "Account ledger" })).toBeVisible();
  await expect(page.getByLabel("Account", { exact: true })).toHaveValue("RECEIVABLE");
  for (;;) {
    const more = page.getByRole("button", { name: "Load more" });
    await expect(page.getByText(/^(The first|All) [\d,]+ /)).toBeVisible();
    if (!(await more.isVisible())) break;
    await more.click();
    await expect(page.locator("[aria-busy=true], [data-loading=true]")).toHaveCount(0);
  }
  await expect(page.getByRole("row").last().getByRole("cell").last()).toHaveText(closing);
  await everyLook(page, "console-account-ledger");

  await page.getByRole("link", { name: /^INV-/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: /INV-/ })).toBeVisible();
});

test("the tax report agrees with the ledger, and the accountant gets files", async ({ page }) => {
  await signIn(page, owner);
  await goTo(page, "Tax report");
  await page.getByLabel("Issued from").fill("2020-01-01");
  await expect(page.getByText(/of tax, and the ledger says the same\./)).toBeVisible();
  await everyLook(page, "console-tax-report");

  await goTo(page, "Journal export");
  await page.getByLabel("From").fill("2020-01-01");
  await page.getByRole("button", { name: "Prepare file" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Download/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^journal-2020-01-01-to-.*\.csv$/);
  await everyLook(page, "console-journal-export");
});

test("a month is closed, and opened again for a reason", async ({ page }) => {
  await signIn(page, owner);
  await goTo(page, "Closed months");
  await page.getByLabel(/^Closed through/).fill("2020-01-31");
  await page.getByLabel(/^Reason/).fill("The year begins");
  await page.getByRole("button", { name: "Close the books" }).click();
  await expect(page.getByText("Saved")).toBeVisible();

  await page.getByLabel(/^Closed through/).fill("");
  await page.getByLabel(/^Reason/).fill("");
  await page.getByRole("button", { name: "Close the books" }).click();
  await expect(page.getByText("must say why days that were closed are opened again")).toBeVisible();
  await page.getByLabel(/^Reason/).fill("A bill was missed");
  await page.getByRole("button", { name: "Close the books" }).click();
  await expect(page.getByText("No month is closed")).toBeVisible();
  await expect(page.getByText("A bill was missed")).toBeVisible();
  await everyLook(page, "console-closed-months");
});

test("the books are checked, and every rule holds", async ({ page }) => {
  await signIn(page, owner);
  await goTo(page, "Books check");
  await page.getByRole("button", { name: "Check now" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Books check of/ })).toBeVisible();
  await expect(page.getByText("No differences")).toBeVisible();
  await expect(page.getByText("Every stored balance is what its transfers add up to.")).toBeVisible();
  await everyLook(page, "console-books-check");

  await goTo(page, "Books check");
  await expect(page.getByText("No differences").first()).toBeVisible();
});
