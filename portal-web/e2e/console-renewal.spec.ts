import { addCustomer, fresh, goTo, subscribe } from "./clerk.ts";
import { owner } from "./people.ts";
import { expect, signIn, test } from "./story.ts";

test("A5 A23 a plan, a customer on it, and from then on the invoices come by themselves", async ({
  page,
}) => {
  const plan = fresh("Hourly help");
  await signIn(page, owner);
  await goTo(page, "Plans");
  await page.getByRole("link", { name: "Create plan" }).click();
  await page.getByLabel("Name", { exact: true }).fill(plan);
  await page.getByLabel("Product", { exact: true }).selectOption("Web hosting");
  await page.getByLabel("Price", { exact: true }).fill("100");
  await page.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: plan })).toBeVisible();

  await addCustomer(page, fresh("Werkhof"));
  await subscribe(page, plan);
  await page.getByRole("link", { name: "View invoices" }).click();
  const invoices = page.getByRole("row", { name: /EUR 119\.00/ });
  await expect(invoices).toHaveCount(1);
  const list = page.url();

  await goTo(page, "Clock");
  await page.getByRole("button", { name: "In a month" }).click();
  await expect(page.getByText("The clock is on its way")).toBeVisible();
  await expect(page.getByRole("button", { name: "In a month" })).toBeEnabled({ timeout: 45_000 });

  await page.goto(list);
  await expect(invoices).toHaveCount(2);
});
