import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { goTo } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test } from "./story.ts";

const sample = readFileSync(resolve(import.meta.dirname, "../../samples/telco-sample.csv"), "utf8");
/** Customers are imported once: with ids of their own the story can be told again on the same server. */
const mark = Date.now().toString(36).toUpperCase();
const file = sample.replace(/^("?\d{4})-/gm, `$1-${mark}-`);

/** What the sample's customers pay together, counted in cents. */
function sampleTotal(): string {
  const [head = "", ...rows] = sample.trim().split(/\r?\n/);
  const price = head.split(",").indexOf("MonthlyCharges");
  const cents = rows.reduce((sum, row) => sum + Math.round(Number(row.split(",")[price]) * 100), 0);
  return `USD ${(cents / 100).toLocaleString("en-US", { minimumFractionDigits: 2 })}`;
}

test("L27 L28 from an empty hand to a paid invoice: import, test, post, once more, confirm", async ({
  page,
}) => {
  const total = sampleTotal();
  await signIn(page, owner);
  await goTo(page, "Import");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "telco-sample.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await expect(page.getByRole("heading", { level: 1, name: "telco-sample.csv" })).toBeVisible();
  await expect(page.getByLabel("Meaning of MonthlyCharges")).toHaveValue("PRICE");
  await everyLook(page, "console-import-mapping");
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(page.getByText("All 300 rows are good.")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("button", { name: "Import 300 customers" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Import 300 customers" }).click();
  await expect(page.getByText("300 customers are made.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Bill them now" }).click();

  await page.getByRole("button", { name: "Test run" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Test run of/ })).toBeVisible();
  await expect(page.getByText("300 invoices would be posted")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(total)).toBeVisible();

  await goTo(page, "Bill run");
  await page.getByRole("button", { name: "Post invoices" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Bill run of/ })).toBeVisible();
  await expect(page.getByText("300 invoices posted")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("Completed")).toBeVisible();
  await expect(page.getByText(total)).toBeVisible();
  await everyLook(page, "console-bill-run-posted");

  await goTo(page, "Bill run");
  await page.getByRole("button", { name: "Post invoices" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Bill run of/ })).toBeVisible();
  await expect(page.getByText("Nothing to bill")).toBeVisible();

  await goTo(page, "Invoices");
  await page.getByRole("searchbox", { name: "Search invoices" }).fill(`4883-${mark}-ZJXTN`);
  const row = page.getByRole("row", { name: new RegExp(`4883-${mark}-ZJXTN`) });
  await expect(row).toContainText("USD 45.40");
  await row.getByRole("link").click();
  await page.getByRole("button", { name: "Confirm payment" }).click();
  await everyLook(page, "console-confirm-payment");
  await page.getByRole("dialog").getByRole("button", { name: "Confirm payment" }).click();
  await expect(page.getByRole("region", { name: "Paid by" })).toContainText("USD 45.40");
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
});
