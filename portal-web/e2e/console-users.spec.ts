import { fresh, goTo, openMail } from "./clerk.ts";
import { owner, type Person } from "./people.ts";
import { expect, signIn, test } from "./story.ts";

test("a colleague is invited, chooses a password, signs in, and reads without acting", async ({
  page,
  browser,
  baseURL,
}) => {
  const colleague: Person = {
    app: "console",
    name: fresh("Rita Reader"),
    email: `${Date.now().toString(36)}@quittance.example`,
    password: "a quiet reader of books",
  };
  await signIn(page, owner);
  await goTo(page, "Users");
  await page.getByRole("button", { name: "Invite user" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(colleague.name);
  await dialog.getByLabel("Email").fill(colleague.email);
  await dialog.getByLabel("Role").selectOption("READ_ONLY");
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await expect(page.getByRole("row", { name: new RegExp(colleague.name) })).toContainText("Invited");

  await openMail(page, colleague.email, /^Your access to/);
  const link = /https?:\S+accept-invitation\S+/.exec(await page.locator("pre").innerText())?.[0] ?? "";
  const own = await browser.newContext({ ...(baseURL && { baseURL }) });
  const theirs = await own.newPage();
  await theirs.goto(link);
  await theirs.getByRole("textbox", { name: "New password", exact: true }).fill(colleague.password);
  await theirs.getByRole("textbox", { name: "Confirm new password" }).fill(colleague.password);
  await theirs.getByRole("button", { name: "Set password" }).click();
  await expect(theirs.getByText("Your password is set")).toBeVisible();
  await signIn(theirs, colleague);

  for (const [entry, act] of [
    ["Customers", "Add customer"],
    ["Plans", "Create plan"],
    ["Bill run", "Post invoices"],
    ["Products", "Add product"],
  ] as const) {
    await goTo(theirs, entry);
    await expect(theirs.getByRole("table").first()).toBeVisible();
    await expect(theirs.getByText(act, { exact: true })).toHaveCount(0);
  }
  await goTo(theirs, "Invoices");
  await theirs.getByRole("link", { name: "Outstanding" }).click();
  await theirs.getByRole("row").nth(1).getByRole("link").click();
  await expect(theirs.getByRole("heading", { level: 2, name: "Lines" })).toBeVisible();
  await expect(theirs.getByText("Confirm payment")).toHaveCount(0);
  await own.close();
});
