import { contact, owner } from "./people.ts";
import { expect, signIn, test, twoLooks } from "./story.ts";

test("a clerk takes an open invoice over, compares the figures, and takes it back", async ({ page }) => {
  await signIn(page, owner);
  await page.goto("/console/take-over");
  await expect(page.getByRole("heading", { name: "The steps" })).toBeVisible();
  await page.getByLabel("What is in the file").selectOption("Open invoices");
  const number = `OLD-${Date.now()}`;
  const today = "2026-01-31";
  await page.locator("input[type=file]").setInputFiles({
    name: "open-invoices.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      "customer,number,issue date,due date,currency,total,open\n" +
        `billing@fjordline.example,${number},2020-01-05,2020-01-19,USD,119.00,59.50\n` +
        `nobody@nowhere.example,${number}-2,2020-01-05,2020-01-19,USD,10.00,10.00\n`,
    ),
  });
  await page.getByLabel("Last day of the former system").fill(today);
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(page.getByText("1 row is bad.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/There is no such customer/)).toBeVisible();
  await page.getByLabel("Owed by customers in USD").fill("60.00");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByText(/-USD.0\.50/)).toBeVisible();
  await twoLooks(page, "take-over-checked");
  await page.getByRole("button", { name: "Take over 1 row" }).click();
  await page.getByLabel("Why the difference is right").fill("Rounded over there");
  await page.getByRole("dialog").getByRole("button", { name: "Take over 1 row" }).click();
  await expect(page.getByText("The ledger says the same as the file.")).toBeVisible({ timeout: 30_000 });
  await twoLooks(page, "take-over-done");
  await page.goto("/console/invoices?search=" + number);
  await page.getByRole("link", { name: number }).first().click();
  await expect(page.getByText("Taken over from the former system")).toBeVisible();
  await twoLooks(page, "invoice-taken-over");
  await expect(page.getByRole("link", { name: "credit the customer" })).toBeVisible();

  // Whoever owes it sees it in the portal, too.
  await signIn(page, contact);
  await page.goto("/portal/invoices");
  await page.getByRole("link", { name: number }).first().click();
  await expect(page.getByText("You have the original already, so there is no PDF of it here.")).toBeVisible();
  await twoLooks(page, "portal-invoice-taken-over");

  await page.goto("/console/take-over");
  await page.getByRole("link", { name: "open-invoices.csv" }).first().click();
  await page.getByRole("button", { name: "Take back…" }).click();
  await page.getByLabel("Reason").fill("Wrong file");
  await page.getByRole("dialog").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText(/^Taken back by/)).toBeVisible();
});
