import { addCustomer, fresh, goTo, subscribe } from "./clerk.ts";
import { contact, owner } from "./people.ts";
import { everyLook, expect, signIn, signOut, test, twoLooks } from "./story.ts";

test("an invoice is written by hand, its totals told while typing, posted, duplicated and thrown away", async ({
  page,
}) => {
  const name = fresh("Handschrift");
  await signIn(page, owner);
  await addCustomer(page, name);
  await page.getByRole("link", { name: "New invoice" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "New invoice" })).toBeVisible();
  const line = page.getByRole("group", { name: "Line 1" });
  await line.getByLabel("Description").fill("Consulting in March");
  await line.getByLabel("Quantity").fill("3");
  await line.getByLabel("Unit price").fill("10.03");
  const total = page.getByRole("region", { name: "Total" });
  await expect(total).toContainText("EUR 35.81");
  await page.getByRole("button", { name: "Add line" }).click();
  const second = page.getByRole("group", { name: "Line 2" });
  await second.getByLabel("Description").fill("Travel");
  await second.getByLabel("Unit price").fill("20");
  await second.getByText("Service period and discount").click();
  await second.getByLabel("Discount (optional)").fill("50");
  await expect(second).toContainText("EUR 10.00");
  await expect(total).toContainText("EUR 47.71");
  await everyLook(page, "console-new-invoice");

  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Draft invoice" })).toBeVisible();
  await page.getByRole("button", { name: "Remove line 2" }).click();
  await page.getByRole("button", { name: "Save and review" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("EUR 35.81");
  await twoLooks(page, "console-post-draft");
  await dialog.getByRole("button", { name: "Post EUR 35.81" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^INV-/ })).toBeVisible();

  await page.getByRole("button", { name: /^More actions for INV-/ }).click();
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Draft invoice" })).toBeVisible();
  await page.getByRole("button", { name: "More actions for this draft" }).click();
  await page.getByRole("menuitem", { name: "Delete draft" }).click();
  await dialog.getByRole("button", { name: "Delete draft" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Draft invoices" })).toBeVisible();
  await twoLooks(page, "console-drafts");
});

test("A27 A28 A29 A30 A31 a bill gets a charge and a discount, is credited, issued anew and cancelled", async ({
  page,
}) => {
  const name = fresh("Korrektur");
  await signIn(page, owner);
  await addCustomer(page, name);
  await subscribe(page, "Starter");
  await goTo(page, "Invoices");
  await page.getByRole("searchbox", { name: "Search invoices" }).fill(name);
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("EUR 10.71");
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Add charges" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Description").fill("Extra calls");
  await dialog.getByLabel("Value without tax").fill("5");
  await expect(dialog).toContainText("EUR 16.66");
  await everyLook(page, "console-add-charges");
  await dialog.getByRole("button", { name: "Add EUR 5.95" }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole("row", { name: new RegExp(`${name}.*10\\.71`) })
    .getByRole("link")
    .click();
  const chain = page.getByRole("region", { name: "What belongs to it" });
  await expect(chain).toContainText("EUR 16.66");

  const menu = page.getByRole("button", { name: /^More actions for INV-/ });
  await menu.click();
  await page.getByRole("menuitem", { name: "Add charges" }).click();
  await dialog.getByRole("radio", { name: "Discount" }).check();
  await dialog.getByLabel("Description").fill("Goodwill");
  await dialog.getByLabel("Value without tax").fill("100");
  await expect(dialog.getByRole("alert")).toContainText("can still be credited");
  await dialog.getByLabel("Value without tax").fill("1");
  await dialog.getByRole("button", { name: "Add EUR 1.19" }).click();
  await expect(chain).toContainText("EUR 15.47");

  await menu.click();
  await page.getByRole("menuitem", { name: "Credit", exact: true }).click();
  await dialog.getByRole("textbox", { name: /Starter/ }).fill("2");
  await dialog.getByLabel("Reason").fill("Not as agreed");
  await expect(dialog.getByRole("region", { name: "Credited" })).toContainText("EUR 2.38");
  await twoLooks(page, "console-credit");
  await dialog.getByRole("button", { name: "Credit EUR 2.38" }).click();
  await expect(chain).toContainText("EUR 13.09");
  await everyLook(page, "console-invoice-chain");

  await menu.click();
  await page.getByRole("menuitem", { name: "Issue anew" }).click();
  await dialog.getByLabel("Company or person").first().fill(`${name} GmbH`);
  await twoLooks(page, "console-reissue");
  await dialog.getByRole("button", { name: "Show the new invoice" }).click();
  await expect(dialog.getByRole("region", { name: "The new invoice" })).toContainText("Total");
  await dialog.getByRole("button", { name: "Cancel and issue anew" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Buyer" })).toContainText(`${name} GmbH`);
  await expect(chain).toContainText("Instead of");

  await menu.click();
  await page.getByRole("menuitem", { name: "Cancel invoice" }).click();
  await dialog.getByLabel("Reason").fill("Billed in error");
  await twoLooks(page, "console-cancel-invoice");
  await dialog.getByRole("button", { name: "Cancel invoice" }).click();
  await expect(page.getByText("Void", { exact: true })).toBeVisible();
  await chain.getByRole("link", { name: /^CXL-/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^CXL-/ })).toBeVisible();
  await everyLook(page, "console-cancellation");
  await goTo(page, "Credit notes");
  await page.getByRole("searchbox", { name: "Search credit notes" }).fill(name);
  await expect(page.getByRole("row", { name: /Cancellation/ })).toHaveCount(2);
  await everyLook(page, "console-credit-notes");
});

test("a customer is credited without an invoice, and numbers are set with the next one shown", async ({
  page,
}) => {
  const name = fresh("Gutschrift");
  await signIn(page, owner);
  await addCustomer(page, name);
  await page.getByRole("link", { name: "Credit", exact: true }).click();
  await page.getByRole("group", { name: "Line 1" }).getByLabel("Description").fill("An apology");
  await page.getByRole("group", { name: "Line 1" }).getByLabel("Unit price").fill("10");
  await page.getByLabel("Reason").fill("We are sorry");
  await expect(page.getByRole("region", { name: "Total" })).toContainText("EUR 11.90");
  await twoLooks(page, "console-credit-customer");
  await page.getByRole("button", { name: "Post credit note" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^CN-/ })).toBeVisible();

  await goTo(page, "Numbers");
  await page.getByRole("button", { name: "Change the numbers of cancellations" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Pattern").fill("ST-{year}");
  await expect(dialog).toContainText("without a counter numbers repeat");
  await dialog.getByLabel("Pattern").fill("ST-{year}-{number:4}");
  await expect(dialog.getByText(/^The next number is/)).toContainText("ST-");
  await everyLook(page, "console-numbers");
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("a credit given in the console stands in the portal of its customer", async ({ page }) => {
  await signIn(page, owner);
  await goTo(page, "Customers");
  await page.getByRole("searchbox", { name: "Search customers" }).fill("Fjordline");
  await page
    .getByRole("link", { name: /^Fjordline/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Credit", exact: true }).click();
  await page.getByRole("group", { name: "Line 1" }).getByLabel("Description").fill("A quiet week");
  await page.getByRole("group", { name: "Line 1" }).getByLabel("Unit price").fill("3");
  await page.getByLabel("Reason").fill("Service was down");
  await expect(page.getByRole("region", { name: "Total" })).toContainText("Credited");
  await page.getByRole("button", { name: "Post credit note" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^CN-/ })).toBeVisible();
  const number = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await signOut(page);

  await signIn(page, contact);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Credit notes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Credit notes/ })).toBeVisible();
  await everyLook(page, "portal-credit-notes");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await expect(page.getByText("Service was down")).toBeVisible();
  await everyLook(page, "portal-credit-note");
});
