import { fresh, goTo } from "./clerk.ts";
import { owner } from "./people.ts";
import { expect, signIn, test } from "./story.ts";

test("A6 where there is no plan yet, the list leads to making the first", async ({ page }) => {
  await signIn(page, owner);
  // The demo merchant has plans; take them out of the answer.
  await page.route("**/graphql*", async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { data?: { plans?: { totalCount: number; edges: unknown[] } } };
    if (answer.data?.plans) Object.assign(answer.data.plans, { totalCount: 0, edges: [] });
    await route.fulfill({ response, json: answer });
  });
  await goTo(page, "Plans");
  await expect(page.getByText("Get started: create your first plan")).toBeVisible();
  await page.getByRole("link", { name: "Create plan" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "Create plan" })).toBeVisible();
});

test("A7 A8 a plan has a name and prices in currencies, A11 and its name is its own", async ({ page }) => {
  const name = fresh("Care package");
  await signIn(page, owner);
  await goTo(page, "Plans");
  await page.getByRole("link", { name: "Create plan" }).click();

  await page.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveAttribute("aria-invalid", "true");

  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Price", { exact: true }).fill("12.50");
  await page.getByRole("button", { name: "Add a currency" }).click();
  await page.getByLabel("Currency", { exact: true }).nth(1).fill("usd");
  await page.getByLabel("Price", { exact: true }).nth(1).fill("14");
  await page.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByRole("row", { name: /EUR.*EUR 12\.50/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /USD.*USD 14\.00/ })).toBeVisible();

  await goTo(page, "Plans");
  await page.getByRole("link", { name: "Create plan" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name.toUpperCase());
  await page.getByLabel("Price", { exact: true }).fill("1");
  await page.getByRole("button", { name: "Create plan" }).click();
  await expect(page.getByRole("alert").getByRole("link", { name })).toBeVisible();
});
