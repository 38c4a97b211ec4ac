import { addCustomer, fact, fresh, goTo, subscribe } from "./clerk.ts";
import { owner } from "./people.ts";
import { expect, signIn, test, twoLooks } from "./story.ts";

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

test("the clock goes to the next day on which anything is billed", async ({ page }) => {
  await signIn(page, owner);
  await addCustomer(page, fresh("Sternwarte"));
  await subscribe(page, "Starter");
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 10.71");

  await goTo(page, "Clock");
  const until = page.getByRole("button", { name: /^Until the next invoice, / });
  const day = ((await until.textContent()) ?? "").replace("Until the next invoice, ", "");
  await twoLooks(page, "console-clock");
  await until.click();
  await expect(fact(page, "Today")).toHaveText(day, { timeout: 90_000 });
  await expect(page.getByRole("button", { name: "In a month" })).toBeEnabled({ timeout: 45_000 });

  await goTo(page, "Invoices");
  await expect(page.getByRole("row", { name: new RegExp(day) }).first()).toBeVisible();
});
