import { addCustomer, fresh, goTo } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test, twoLooks } from "./story.ts";

test("a clerk keeps tax categories, rates and settings: 19 % become 16 % from July on", async ({ page }) => {
  const name = fresh("Printed books");
  await signIn(page, owner);
  await goTo(page, "Taxes");
  await page.getByRole("button", { name: "Add tax category" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(`${name}s`);
  await dialog.getByRole("button", { name: "Add tax category" }).click();
  await page.getByRole("button", { name: `Rename ${name}s` }).click();
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Save category" }).click();

  const addRate = async (place?: string) => {
    await page.getByRole("button", { name: `Add a rate to ${name}` }).click();
    await dialog.getByLabel("Country").selectOption({ label: "Germany" });
    if (place) await dialog.getByLabel("Beginning of postal codes").fill(place);
    await dialog.getByLabel("Rate", { exact: true }).fill("19");
    await dialog.getByLabel("In force from").fill("2020-01-01");
    await dialog.getByRole("button", { name: "Add rate" }).click();
  };
  await addRate();
  await expect(dialog).toHaveCount(0);
  await addRate();
  await expect(dialog.getByRole("alert")).toContainText("VAT 19 % in Germany is in force from 2020-01-01");
  await twoLooks(page, "console-tax-rate");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  const rates = page.getByRole("table", { name: `Rates of ${name}` });
  await rates.getByRole("button", { name: "Actions for VAT 19 % in Germany" }).click();
  await page.getByRole("menuitem", { name: "Change from a day on" }).click();
  await dialog.getByLabel("New rate").fill("16");
  await dialog.getByLabel("In force from").fill("2099-07-01");
  await twoLooks(page, "console-tax-change");
  await dialog.getByRole("button", { name: "Change rate" }).click();
  await expect(rates.getByRole("row")).toHaveCount(3);
  await expect(rates).toContainText("16 %");
  await expect(rates).toContainText("Jul 1, 2099");

  await page.getByLabel("Cash rounding").fill("CHF 0.05\nSEK");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByText(/increment|SEK/).first()).toBeVisible();
  await page.getByLabel("Cash rounding").fill("CHF 0.05");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await everyLook(page, "console-taxes");
});

test("an invoice in Swiss francs is refused without a rate of exchange, then rounded to 5 centimes", async ({
  page,
}) => {
  const name = fresh("Rappen");
  await signIn(page, owner);
  await goTo(page, "Taxes");
  await page.getByLabel("Cash rounding").fill("CHF 0.05");
  await page.getByRole("button", { name: "Save settings" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await addCustomer(page, name, { "Currency (optional)": "CHF" });
  await page.getByRole("link", { name: "New invoice" }).click();
  const line = page.getByRole("group", { name: "Line 1" });
  await line.getByLabel("Description").fill("Consulting");
  await line.getByLabel("Unit price").fill("10.03");
  await expect(page.getByText(/No rate of exchange from CHF to EUR holds on/).first()).toBeVisible();

  await goTo(page, "Exchange rates");
  await page.getByRole("button", { name: "Enter rate" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Currency").fill("CHF");
  await dialog.getByLabel("Day").fill("2020-01-01");
  await dialog.getByLabel("Rate", { exact: true }).fill("1.05");
  await dialog.getByRole("button", { name: "Enter rate" }).click();
  await expect(page.getByRole("table", { name: "Exchange rates" })).toContainText("1 CHF = 1.05 EUR");
  await page.getByRole("button", { name: "Import rates" }).click();
  await dialog.locator("input[type=file]").setInputFiles({
    name: "rates.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("date,currency,rate\n2020-01-02,CZK,25\n"),
  });
  await dialog.getByLabel(/The rates say what one unit/).check();
  await twoLooks(page, "console-exchange-import");
  await dialog.getByRole("button", { name: "Import rates" }).click();
  await expect(dialog).toContainText("1 rate was imported");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("table", { name: "Exchange rates" })).toContainText("1 CZK = 0.04 EUR");
  await everyLook(page, "console-exchange-rates");

  await goTo(page, "Customers");
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("link", { name }).first().click();
  await page.getByRole("link", { name: "New invoice" }).click();
  await line.getByLabel("Description").fill("Consulting");
  await line.getByLabel("Unit price").fill("10.03");
  const total = page.getByRole("region", { name: "Total" });
  await expect(total).toContainText("CHF 11.95");
  await expect(total).toContainText("Rounding");
  await page.getByRole("button", { name: "Save draft" }).click();
  await page.getByRole("button", { name: "Save and review" }).click();
  await dialog.getByRole("button", { name: /^Post CHF/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^INV-/ })).toBeVisible();
  await expect(page.getByText("Rounding to CHF 0.05")).toBeVisible();
  await expect(page.getByText(/Tax in EUR: 2\.01, at 1 CHF = 1\.05 EUR/)).toBeVisible();
  await everyLook(page, "console-invoice-rounded");
});
