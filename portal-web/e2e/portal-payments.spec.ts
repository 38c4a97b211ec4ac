import { payWith } from "./paying.ts";
import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P76 payments are filtered, and a receipt is read, downloaded and printed", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const { id, number } = await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, payer);
  await page.goto("/portal/payments");
  await expect(page.getByText("No payments yet")).toBeVisible();
  await twoLooks(page, "portal-payments-none");

  await page.goto(`/portal/invoices/${id}`);
  await page.getByRole("button", { name: /^Make payment/ }).click();
  await payWith(page, /0069/, "EUR 119.00");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("This card has expired.");
  await payWith(page, /4242/, "EUR 119.00");
  const see = page.getByRole("dialog").getByRole("link", { name: /^See receipt/ });
  const receipt = (await see.innerText()).replace("See receipt ", "");
  await see.click();
  await expect(page.getByRole("heading", { level: 1, name: `Receipt ${receipt}` })).toBeVisible();
  await expect(page.getByRole("table", { name: "Invoices paid" })).toContainText(number);
  await everyLook(page, "portal-receipt");

  const link = page.getByRole("link", { name: "Download receipt" });
  const pdf = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page.locator("[data-printed]")).toHaveCount(1);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  for (const part of [receipt, number, "EUR 119.00", "Northwind Hosting", payer.customer.name])
    await expect(page.getByRole("main")).toContainText(part);
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  await page.screenshot({ path: "test-results/looks/portal-receipt-printed.png", fullPage: true });
  await page.emulateMedia({ media: "screen", colorScheme: "light" });

  await page.getByRole("link", { name: "Payments", exact: true }).first().click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await everyLook(page, "portal-payments");
  await page.getByRole("link", { name: "Declined" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("row").nth(1).getByRole("link").click();
  await expect(page.getByText("Nothing was paid.")).toBeVisible();
  await twoLooks(page, "portal-payment-declined");
  await page.goBack();
  await page.getByRole("link", { name: "Succeeded" }).click();
  await page.getByRole("searchbox", { name: "Search payments" }).fill(receipt);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").nth(1)).toContainText(receipt);
});
