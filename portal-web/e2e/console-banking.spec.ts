import type { Page } from "@playwright/test";
import { addCustomer, fresh, goTo, subscribe } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test, twoLooks } from "./story.ts";

/** Of the demo organisation's bank details. */
const ACCOUNT = "DE02120300000000202051";

test("a clerk brings a bank statement in and books what is on it", async ({ page }) => {
  test.setTimeout(240_000);
  const dialog = page.getByRole("dialog");
  const name = fresh("Berta Bankmann");
  await signIn(page, owner);
  await addCustomer(page, name);
  await subscribe(page, "Starter");
  await goTo(page, "Invoices");
  await page.getByRole("searchbox", { name: "Search invoices" }).fill(name);
  const row = page.getByRole("row", { name: new RegExp(name) });
  const words = await row.innerText();
  const number = /INV-\S+/.exec(words)?.[0] ?? "";
  const amount = /EUR\s([\d.]+)/.exec(words)?.[1] ?? "";
  expect(number).not.toBe("");
  expect(amount).not.toBe("");

  await goTo(page, "Bank statements");
  await twoLooks(page, "bank-statements-before");
  await bring(page, "foreign.xml", statement("DE11111111111111111111", entry(amount, "CRDT", number, name)));
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText(/The account DE11111111111111111111 is none of yours/)).toBeVisible();
  await discard(page);

  const file = statement(
    ACCOUNT,
    entry(amount, "CRDT", `Thank you, ${number}`, "A. Nother") +
      entry("5.00", "CRDT", "Something", name) +
      entry("1000.00", "DBIT", "Rent", "Landlord"),
  );
  await bring(page, "january.xml", file);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("3 new entries, all good.")).toBeVisible();
  await twoLooks(page, "bank-file-checked");
  await page.getByRole("button", { name: "Import 3 entries" }).click();
  await dialog.getByRole("button", { name: "Import 3 entries" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bank statements" })).toBeVisible();
  await twoLooks(page, "bank-statements");
  await page.getByRole("link", { name: "Statement of January" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Statement of January" })).toBeVisible();
  await everyLook(page, "bank-statement");

  const exact = page.getByRole("row", { name: /A\. Nother/ });
  await page.getByRole("button", { name: "Book 1 exact entry" }).click();
  await dialog.getByRole("button", { name: "Book 1 exact entry" }).click();
  await expect(exact.getByText("Booked", { exact: true })).toBeVisible({ timeout: 30_000 });
  await exact.getByRole("button", { name: /^Details/ }).click();
  await dialog.getByRole("button", { name: "Open again…" }).click();
  await dialog.getByLabel("Reason").fill("Too early");
  await dialog.getByRole("button", { name: "Open again" }).click();
  await expect(exact.getByText("Suggested", { exact: true })).toBeVisible();
  await exact.getByRole("button", { name: /^Decide/ }).click();
  await expect(dialog.getByText(/the amount is exactly what is due/)).toBeVisible();
  await twoLooks(page, "bank-entry");
  await dialog.getByRole("button", { name: "Book as payment" }).click();
  await expect(dialog).toBeHidden();
  await expect(exact.getByRole("link", { name: /^Payment RCP-/ })).toBeVisible();

  const other = page.getByRole("row", { name: new RegExp(name) }).filter({ hasText: "Something" });
  await other.getByRole("button", { name: /^Decide/ }).click();
  await dialog.getByRole("button", { name: "Another customer or invoice…" }).click();
  await dialog.getByRole("searchbox", { name: "Whose money is it?" }).fill(name);
  await dialog.getByRole("radio", { name }).check();
  await expect(dialog.getByRole("radio", { name: "Account credit" })).toBeChecked();
  await twoLooks(page, "bank-entry-other");
  await dialog.getByRole("button", { name: "Book EUR 5.00" }).click();
  await expect(dialog).toBeHidden();
  await expect(other.getByText("Booked", { exact: true })).toBeVisible();

  const rent = page.getByRole("row", { name: /Landlord/ });
  await rent.getByRole("button", { name: /^Decide/ }).click();
  await dialog.getByRole("button", { name: "Set aside…" }).click();
  await dialog.getByLabel("Reason").fill("Our rent");
  await dialog.getByRole("button", { name: "Set aside" }).click();
  await expect(rent.getByText("Our rent")).toBeVisible();
  await expect(page.getByText("Every entry is decided.")).toBeVisible();
  await everyLook(page, "bank-statement-done");
  await exact.getByRole("link", { name: /^Payment RCP-/ }).click();
  await expect(page.getByRole("link", { name: number }).first()).toBeVisible();

  await goTo(page, "Bank statements");
  await bring(page, "again.xml", file);
  await page.getByRole("button", { name: "Check the file" }).click();
  await expect(page.getByText("There is nothing new in this file.")).toBeVisible();
  await discard(page);

  await bring(
    page,
    "export.csv",
    `Buchungstag;Betrag;Name;Verwendungszweck\n28.01.2026;3,50;${name};Coffee\n`,
  );
  await expect(page.getByLabel("Meaning of Buchungstag")).toHaveValue("BOOKED_ON");
  await twoLooks(page, "bank-file-mapping");
  await page.getByRole("button", { name: "Check every row" }).click();
  await expect(page.getByText("1 new entries, all good.")).toBeVisible();
  await discard(page);
});

test("exact matches are booked by themselves only where that is set", async ({ page }) => {
  await signIn(page, owner);
  await page.goto("/console/settings/payments");
  const box = page.getByRole("checkbox", { name: /Book what matches exactly by itself/ });
  await box.check();
  await page.getByRole("button", { name: "Save bank settings" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
  await page.reload();
  await expect(box).toBeChecked();
  await twoLooks(page, "bank-settings");
  await box.uncheck();
  await page.getByRole("button", { name: "Save bank settings" }).click();
  await expect(page.getByText("Saved")).toBeVisible();
});

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function discard(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard the file" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bank statements" })).toBeVisible();
}

function statement(account: string, entries: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Id>Statement of January</Id><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${entries}</Stmt></BkToCstmrStmt></Document>`;
}

function entry(amount: string, way: "CRDT" | "DBIT", text: string, name: string): string {
  const party = way === "CRDT" ? "Dbtr" : "Cdtr";
  return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
<BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><Dt>2026-01-05</Dt></ValDt>
<AcctSvcrRef>${crypto.randomUUID()}</AcctSvcrRef>
<NtryDtls><TxDtls><RltdPties><${party}><Pty><Nm>${name}</Nm></Pty></${party}></RltdPties>
<RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}
