import type { Page } from "@playwright/test";
import { contact } from "./people.ts";
import { everyLook, expect, signIn, signOut, test } from "./story.ts";

const renewed = { ...contact, password: "a long sentence nobody guesses" };

async function change(page: Page, existing: string, wanted: string, confirmation = wanted) {
  await page.goto("/portal/account/password");
  await page.getByRole("textbox", { name: "Existing password" }).fill(existing);
  await page.getByRole("textbox", { name: "New password", exact: true }).fill(wanted);
  await page.getByRole("textbox", { name: "Confirm new password" }).fill(confirmation);
  await page.getByRole("button", { name: "Change password" }).click();
}

test("P101 a wrong existing password is refused, P100 a right one is changed for good", async ({ page }) => {
  await signIn(page, contact);
  await page.getByRole("link", { name: "Change password" }).click();
  await expect(page.getByRole("heading", { name: "Change password" })).toBeVisible();
  await everyLook(page, "portal-change-password");

  await change(page, contact.password, renewed.password, "something else entirely");
  await expect(page.getByText("The two passwords differ.")).toBeVisible();
  await change(page, "not my password", renewed.password);
  await expect(page.getByRole("textbox", { name: "Existing password" })).toHaveAttribute(
    "aria-invalid",
    "true",
  );

  await change(page, contact.password, renewed.password);
  await expect(page.getByText("Your password is changed")).toBeVisible();
  await signOut(page);

  await page.getByLabel("Email").fill(contact.email);
  await page.getByRole("textbox", { name: "Password" }).fill(contact.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();

  // The demo data are as they were for the next story.
  await signIn(page, renewed);
  await change(page, renewed.password, contact.password);
  await expect(page.getByText("Your password is changed")).toBeVisible();
});
