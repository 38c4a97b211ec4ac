import { addCustomer, fact, fresh, openMail, subscribe } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test } from "./story.ts";

test("L2 L3 L4 L5 L6 L7 L9 L10 L11 L17 L18 L19 a customer with all that is kept of one", async ({ page }) => {
  const name = fresh("Brandt & Cie");
  const address = `${Date.now().toString(36)}@brandt.example`;
  await signIn(page, owner);
  await addCustomer(page, name, {
    "Email (optional)": address,
    "Additional addresses that get the invoices (optional)": `books.${address}\nboss.${address}`,
    "Phone (optional)": "+49 30 1234567",
    "Contact name (optional)": "Ida Brandt",
    "Contact email (optional)": `ida.${address}`,
    "Due days (optional)": "10",
    "Start date (optional)": "2026-01-01",
    "End date (optional)": "2199-12-31",
    "Salespeople (optional)": "Olga Owner, Sue Support",
    "Note on invoices (optional)": "Cost centre 4711",
  });
  const customer = page.url();
  await expect(fact(page, "Email, gets the invoices")).toHaveText(address);
  await expect(fact(page, "Also get the invoices")).toContainText(`boss.${address}`);
  await expect(fact(page, "Phone")).toHaveText("+49 30 1234567");
  await expect(fact(page, "Pays")).toHaveText("By invoice, within 10 days");
  await expect(fact(page, "Billed from")).toHaveText("Jan 1, 2026");
  await expect(fact(page, "Salespeople")).toHaveText("Olga Owner, Sue Support");
  await page.getByRole("tab", { name: "Contacts" }).click();
  await expect(page.getByRole("row", { name: /Ida Brandt/ })).toContainText("Not invited");
  await everyLook(page, "console-customer");

  await subscribe(page, "Starter");
  await page.getByRole("link", { name: "View invoices" }).click();
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(fact(page, "Note")).toHaveText("Cost centre 4711");
  await openMail(page, `books.${address}`, /^Invoice INV-/);
  await expect(page.getByText(`to ${address}`)).toBeVisible();

  await page.goto(`${customer}/edit`);
  await page.getByLabel("Payment", { exact: true }).selectOption("Free of charge");
  await page.getByLabel("Is active").uncheck();
  await page.getByRole("button", { name: "Save customer" }).click();
  await expect(fact(page, "Pays")).toContainText("Free of charge");
  await expect(page.getByRole("heading", { level: 1, name }).locator("..")).toContainText("Inactive");
});
