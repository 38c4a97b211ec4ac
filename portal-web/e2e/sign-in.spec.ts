import { contact, owner, type Person } from "./people.ts";
import { everyLook, expect, signIn, signOut, test } from "./story.ts";

for (const [who, person] of Object.entries({ contact, owner }) satisfies [string, Person][]) {
  test(`the ${who} signs in, first with a wrong password, and out again`, async ({ page }) => {
    await page.goto(`/${person.app}/`);
    await expect(page.getByRole("heading", { name: /^Sign in/ })).toBeVisible();
    await everyLook(page, `${person.app}-sign-in`);

    await page.getByLabel("Email").fill(person.email);
    await page.getByRole("textbox", { name: "Password" }).fill("not the right one");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(person.email);

    await signIn(page, person);
    await signOut(page);
    await page.goto(`/${person.app}/`);
    await expect(page.getByRole("heading", { name: /^Sign in/ })).toBeVisible();
  });

  test(`the ${who} is led to the page that was wanted`, async ({ page }) => {
    await page.goto(`/${person.app}/account/password`);
    await page.getByLabel("Email").fill(person.email);
    await page.getByRole("textbox", { name: "Password" }).fill(person.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Change password" })).toBeVisible();
  });
}

test("a session of the portal opens nothing in the console", async ({ page }) => {
  await signIn(page, contact);
  await page.goto("/console/");
  await expect(page.getByRole("heading", { name: "Sign in to the console" })).toBeVisible();
});

test("a stranger asks for a new password and learns nothing about who is known", async ({ page }) => {
  await page.goto("/portal/sign-in");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await page.getByLabel("Email").fill("nobody@nowhere.example");
  await page.getByRole("button", { name: "Send the link" }).click();
  await expect(page.getByText("Look into your mail")).toBeVisible();
  await everyLook(page, "portal-forgot-password");
});
