import { addCustomer, fact, fresh, goTo, openMail, subscribe } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test } from "./story.ts";

test("A24 A26 A32 A33 an invoice is listed, downloaded, mailed and confirmed as paid, live", async ({
  page,
}) => {
  const name = fresh("Ottilie Papier");
  const email = `${Date.now().toString(36)}@ottilie.example`;
  await signIn(page, owner);
  await addCustomer(page, name, { "Email (optional)": email, "Due days (optional)": "10" });
  await subscribe(page, "Starter");

  await goTo(page, "Invoices");
  await page.getByRole("searchbox", { name: "Search invoices" }).fill(name);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("Open");
  await expect(row).toContainText("EUR 10.71");
  const number = (await row.getByRole("link").textContent()) ?? "";

  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await expect(page.getByRole("region", { name: "Buyer" })).toContainText("Lindenweg 4");
  await page.getByRole("button", { name: "Why this amount?" }).click();
  await everyLook(page, "console-invoice");

  await page.getByRole("button", { name: `More actions for ${number}` }).click();
  const link = page.getByRole("menuitem", { name: "Download invoice" });
  const pdf = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.headers()["cache-control"]).toContain("no-store");

  await page.getByRole("menuitem", { name: "Email invoice" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Addresses")).toHaveValue(email);
  await dialog.getByLabel("Addresses").fill(`bookkeeping.${email}`);
  await everyLook(page, "console-email-invoice");
  await dialog.getByRole("button", { name: "Send invoice" }).click();
  await expect(dialog.getByText("On its way.")).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();

  // A colleague's window, which nobody touches, follows.
  const colleague = await page.context().newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole("button", { name: "Confirm payment" })).toBeVisible();

  await goTo(page, "Invoices");
  await page.getByRole("searchbox", { name: "Search invoices" }).fill(name);
  await row.getByRole("button", { name: `Actions for ${number}` }).click();
  await page.getByRole("menuitem", { name: "Confirm payment" }).click();
  await dialog.getByLabel("Reference (optional)").fill("transfer 77");
  await dialog.getByRole("button", { name: "Confirm payment" }).click();
  await expect(row).toContainText("Paid");
  await expect(colleague.getByText("Paid", { exact: true }).first()).toBeVisible();
  await expect(colleague.getByRole("button", { name: "Confirm payment" })).toBeHidden();
  await expect(fact(colleague, "Due")).toBeVisible();

  await openMail(page, `bookkeeping.${email}`, new RegExp(`^Invoice ${number}`));
  await expect(page.getByRole("link", { name: new RegExp(`${number}\\.pdf`) })).toBeVisible();
});
