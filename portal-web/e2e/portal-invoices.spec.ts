import { payWith, thanked } from "./paying.ts";
import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P60 P61 P64 P66 invoices are filtered, one is paid in its row and read in full", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  await signIn(page, payer);
  await page.getByRole("link", { name: "Invoices" }).first().click();
  await expect(page.getByText("No invoices yet")).toBeVisible();
  await twoLooks(page, "portal-invoices-none");

  // They appear while the list is shown.
  const first = await merchant.bill(payer, "Managed server", "40.00");
  const second = await merchant.bill(payer, "Starter", "100.00");
  await expect(page.getByRole("row")).toHaveCount(3);
  await everyLook(page, "portal-invoices");

  await page.getByRole("link", { name: "Outstanding" }).click();
  const row = page.getByRole("row", { name: new RegExp(first.number) });
  await row.getByRole("button", { name: `Pay now: ${first.number}` }).click();
  await payWith(page, /4242/, "EUR 47.60");
  await thanked(page, "EUR 47.60");
  await expect(row).toHaveCount(0);
  await expect(page.getByRole("row", { name: new RegExp(second.number) })).toBeVisible();
  // What had the focus is gone with its row: it goes on at the page's main part.
  await expect(page.locator("#main")).toBeFocused();

  await page.getByRole("link", { name: "Paid", exact: true }).click();
  await expect(page).toHaveURL(/status=paid/);
  await expect(row).toContainText("Paid");
  await page.getByLabel("Issued until").fill("2001-01-01");
  await expect(page.getByText("No invoices match these filters")).toBeVisible();
  await page.getByRole("link", { name: "Show all invoices" }).click();
  await page.getByRole("searchbox", { name: "Search invoices" }).fill(first.number);
  await expect(page.getByRole("row")).toHaveCount(2);

  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: first.number })).toBeVisible();
  await page.getByRole("button", { name: "Why this amount?" }).click();
  await expect(page.getByText(/EUR 40.00 per month/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Payments" })).toContainText("RCP-");
  await twoLooks(page, "portal-invoice-paid");
  const link = page.getByRole("link", { name: "Download PDF" });
  const pdf = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("an invoice of somebody else is not there, and a list that fails says so and can be asked again", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const own = await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, await merchant.newPayer());
  await page.goto(`/portal/invoices/${own.id}`);
  await expect(page.getByText("There is nothing here")).toBeVisible();
  await twoLooks(page, "portal-not-found");

  await page.route("**/graphql", async (route) => {
    const failed = {
      message: "Internal error",
      extensions: { classification: "INTERNAL_ERROR", id: "4f2a" },
    };
    if (route.request().postData()?.includes("InvoicesPage"))
      await route.fulfill({ json: { data: null, errors: [failed] } });
    else await route.continue();
  });
  await page.getByRole("link", { name: "Invoices" }).first().click();
  const failure = page.getByRole("alert");
  await expect(failure).toContainText("The invoices could not be loaded.");
  await expect(failure).toContainText("4f2a");
  await twoLooks(page, "portal-invoices-failed");
  await page.unroute("**/graphql");
  await failure.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("No invoices yet")).toBeVisible();
});
