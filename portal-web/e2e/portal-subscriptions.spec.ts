import { payWith, thanked } from "./paying.ts";
import { test } from "./payer.ts";
import { everyLook, expect, signIn } from "./story.ts";

test("P17 P19 P20 P62 P63 a subscription is found, read, and its own invoices are paid from there", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  const own = await merchant.bill(payer, "Managed server", "40.00");
  const other = await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, payer);
  await page.getByRole("link", { name: "Subscriptions" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Subscriptions 2" })).toBeVisible();
  await everyLook(page, "portal-subscriptions");

  await page.getByRole("link", { name: "Ended" }).click();
  await expect(page.getByText("No subscriptions match these filters")).toBeVisible();
  await page.getByRole("link", { name: "Running" }).click();
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Search subscriptions" }).fill("Managed");
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page).toHaveURL(/status=running&search=Managed/);

  await page.getByRole("link", { name: "Managed server" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Managed server" })).toBeVisible();
  await expect(page.getByRole("list", { name: "What is coming and what happened" })).toContainText(
    "Next invoice",
  );
  await everyLook(page, "portal-subscription");

  await page.getByRole("link", { name: "View invoices" }).click();
  const row = page.getByRole("row", { name: new RegExp(own.number) });
  await expect(row).toBeVisible();
  await expect(page.getByText(other.number)).toHaveCount(0);
  await row.getByRole("button", { name: `Pay now: ${own.number}` }).click();
  await payWith(page, /4242/, "EUR 47.60");
  await thanked(page, "EUR 47.60");
  await expect(row).toContainText("Paid");
  await expect(row.getByRole("button")).toHaveCount(0);
});
