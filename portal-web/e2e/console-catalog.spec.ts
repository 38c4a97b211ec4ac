import { act } from "./acting.ts";
import { addCustomer, fresh, goTo, subscribe } from "./clerk.ts";
import { test } from "./payer.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

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

test("a coupon is made, redeemed and removed, and the upcoming invoice says what it takes off", async ({
  page,
}) => {
  const code = fresh("SPRING").replace(" ", "-").toUpperCase();
  await signIn(page, owner);
  await goTo(page, "Coupons");
  await page.getByRole("link", { name: "Create coupon" }).first().click();
  await page.getByRole("button", { name: "Create coupon" }).click();
  await expect(page.getByLabel("Code", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByLabel("Name", { exact: true }).fill("Spring offer");
  await page.getByLabel("Percentage", { exact: true }).fill("50");
  await page.getByLabel("Acts", { exact: true }).selectOption("For a number of terms");
  await page.getByLabel("Terms", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Create coupon" }).click();
  await expect(page.getByRole("heading", { level: 1, name: code })).toBeVisible();
  await everyLook(page, "console-coupon");

  await addCustomer(page, fresh("Keramik Falk"));
  await subscribe(page, "Starter");
  const upcoming = page.getByRole("region", { name: "Upcoming invoice" });
  await expect(upcoming).toContainText("EUR 10.71");
  await page.getByRole("button", { name: "Redeem a coupon" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Code").fill(`${code}-UNKNOWN`);
  await dialog.getByRole("button", { name: "Redeem coupon" }).click();
  await expect(dialog.getByLabel("Code")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Code").fill(code.toLowerCase());
  await dialog.getByRole("button", { name: "Redeem coupon" }).click();
  const redeemed = page.getByRole("row", { name: new RegExp(code) });
  await expect(redeemed).toContainText("2 terms left");
  // 9.00, half of it, and 19 % tax.
  await expect(upcoming).toContainText("EUR 5.36");
  await twoLooks(page, "console-subscription-coupon");

  await redeemed.getByRole("button", { name: "Remove" }).click();
  await dialog.getByRole("button", { name: "Remove coupon" }).click();
  await expect(redeemed).toContainText("Removed on");
  await expect(upcoming).toContainText("EUR 10.71");
});

test("reasons that are listed are offered when a subscription is cancelled", async ({ page }) => {
  const reason = fresh("Moved away");
  await signIn(page, owner);
  await goTo(page, "Cancel reasons");
  const reasons = page.getByLabel(/^One reason per line/);
  await reasons.fill(`Too expensive\n${reason}\n`);
  await page.getByRole("button", { name: "Save reasons" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await addCustomer(page, fresh("Buchhandlung Kleist"));
  await subscribe(page, "Starter");
  const dialog = await act(page, "Cancel subscription");
  await dialog.getByLabel(/^Why/).selectOption(reason);
  await dialog.getByRole("button", { name: "Cancel at term end" }).click();
  await expect(page.getByText(/^This subscription ends on/)).toBeVisible();
  await expect(page.getByRole("list", { name: "What is coming and what happened" })).toContainText(reason);

  await goTo(page, "Cancel reasons");
  await reasons.fill("");
  await page.getByRole("button", { name: "Save reasons" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("a rule says when a change between two plans takes effect, and the dialog of the change keeps to it", async ({
  page,
  merchant,
}) => {
  const small = await merchant.newPlan("10.00");
  const large = await merchant.newPlan("30.00");
  await signIn(page, owner);
  await goTo(page, "Plans");
  await page.getByRole("searchbox", { name: "Search plans" }).fill(large);
  await page.getByRole("link", { name: large }).click();
  await page.getByRole("button", { name: "Add a rule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("To plan").selectOption(small);
  await dialog.getByLabel("Takes effect").selectOption("At the end of the term");
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(page.getByRole("row", { name: new RegExp(small) })).toContainText("At the end of the term");
  await twoLooks(page, "console-plan-rules");

  await addCustomer(page, fresh("Fahrrad Voss"));
  await subscribe(page, large);
  await act(page, "Manage subscription");
  await expect(dialog.getByLabel("Now")).toBeChecked();
  await dialog.getByLabel("Plan", { exact: true }).selectOption({ label: `${small}, each month` });
  await expect(dialog.getByLabel("At the end of the term")).toBeChecked();
  await expect(dialog.getByLabel("Now")).toBeDisabled();
  await dialog.getByRole("button", { name: "Change at term end" }).click();
  await expect(page.getByText(/^It changes on/)).toBeVisible();
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 11.90");
});

test("new prices say whom they concern before they are set", async ({ page, merchant }) => {
  const plan = await merchant.newPlan("20.00");
  const customer = fresh("Optik Brandt");
  await signIn(page, owner);
  await addCustomer(page, customer);
  await subscribe(page, plan);
  const subscription = page.url();

  await goTo(page, "Plans");
  await page.getByRole("searchbox", { name: "Search plans" }).fill(plan);
  await page.getByRole("link", { name: plan }).click();
  await act(page, "Change prices");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Price", { exact: true }).fill("25.00");
  await dialog.getByRole("button", { name: "Review" }).click();
  await expect(dialog.getByText("1 subscription keeps the present price.")).toBeVisible();
  await dialog.getByRole("button", { name: "Back" }).click();
  await dialog.getByLabel("Present subscriptions").selectOption("Pay the new prices from a day on");
  await dialog.getByRole("button", { name: "Review" }).click();
  await expect(dialog.getByRole("row", { name: new RegExp(customer) })).toContainText("EUR 25.00");
  await everyLook(page, "console-price-moves");
  await dialog.getByRole("button", { name: "Set the new prices" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("row", { name: /EUR 25\.00/ })).toBeVisible();

  await page.goto(subscription);
  await expect(page.getByRole("region", { name: "Upcoming invoice" })).toContainText("EUR 29.75");
});
