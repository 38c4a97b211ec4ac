import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P77 a statement of chosen days lists every transaction with the total owed; it is downloaded, printed and mailed", async ({
  page,
  merchant,
}) => {
  const payer = await merchant.newPayer();
  await signIn(page, payer);
  await page.getByRole("link", { name: "Statements" }).click();
  await expect(page.getByText("Nothing happened on these days")).toBeVisible();
  await twoLooks(page, "portal-statement-none");

  const first = await merchant.bill(payer, "Starter", "100.00");
  const second = await merchant.bill(payer, "Starter", "50.00");
  await merchant.receive(first.id, "119.00");
  await page.reload();
  const rows = page.getByRole("table", { name: "Transactions" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(1)).toContainText(`Invoice ${first.number}`);
  await expect(rows.nth(1)).toContainText("EUR 119.00");
  await expect(rows.nth(2)).toContainText(`Invoice ${second.number}`);
  await expect(rows.nth(3)).toContainText("-EUR 119.00");
  await expect(rows.nth(3)).toContainText("EUR 59.50");
  await expect(page.getByText(/^Total owed on/).locator("..")).toContainText("EUR 59.50");
  await expect(page.getByText("Not due yet").locator("..")).toContainText("EUR 59.50");
  await everyLook(page, "portal-statement");

  const period = page.getByRole("form", { name: "Days of the statement" });
  await period.getByLabel("Period").selectOption("Last month");
  await expect(rows).toHaveCount(4);
  await period.getByRole("button", { name: "Go" }).click();
  await expect(page.getByText("Nothing happened on these days")).toBeVisible();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-01&to=/);
  await period.getByLabel("From").fill("2031-05-01");
  await expect(period.getByLabel("Period")).toHaveValue("custom");
  await period.getByRole("button", { name: "Go" }).click();
  await expect(period.getByText(/^Must not be after the last day/)).toBeVisible();
  await twoLooks(page, "portal-statement-refused");
  await period.getByLabel("Period").selectOption("This year");
  await period.getByRole("button", { name: "Go" }).click();
  await expect(rows).toHaveCount(4);

  for (const [name, begin] of [
    ["Download PDF", "%PDF-"],
    ["Download CSV", "\uFEFFdate,kind,number"],
  ] as const) {
    const file = await page.request.get((await page.getByRole("link", { name }).getAttribute("href")) ?? "");
    expect((await file.body()).toString("utf8").startsWith(begin), name).toBe(true);
  }
  await page.getByRole("button", { name: "Email it to me" }).click();
  await expect(page.getByText(`On its way to ${payer.email}`)).toBeVisible();
  const mail = await merchant.mailTo(payer.email, /^Statement of account from/);
  expect(mail.text).toContain("EUR 59.50 was owed on the last day.");

  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page.locator("[data-printed]")).toHaveCount(1);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(period).toBeHidden();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  for (const part of [first.number, second.number, "EUR 59.50", "Total owed", payer.customer.name])
    await expect(page.getByRole("main")).toContainText(part);
  await page.screenshot({ path: "test-results/looks/portal-statement-printed.png", fullPage: true });
  await page.emulateMedia({ media: "screen", colorScheme: "light" });

  await rows.nth(1).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: new RegExp(first.number) })).toBeVisible();
});
