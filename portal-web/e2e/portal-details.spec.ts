import { test } from "./payer.ts";
import { everyLook, expect, signIn, twoLooks } from "./story.ts";

test("P10 a contact reads the customer's details and mends them", async ({ page, merchant }) => {
  const payer = await merchant.newPayer();
  await signIn(page, payer);
  const details = page.getByRole("region", { name: "My details" });
  await expect(details).toContainText("Lindenweg 4");
  await expect(details).toContainText("Card, within");

  await details.getByRole("button", { name: "Edit" }).click();
  const dialog = page.getByRole("dialog", { name: "My details" });
  await everyLook(page, "portal-details-edit");
  await dialog.getByLabel("Name", { exact: true }).fill("");
  await dialog.getByLabel("Phone (optional)").fill("+49 30 1234567");
  await dialog.getByRole("button", { name: "Save details" }).click();
  await expect(dialog.getByText("Please fill this in.")).toBeVisible();
  await expect(dialog.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(dialog.getByLabel("Phone (optional)")).toHaveValue("+49 30 1234567");
  await twoLooks(page, "portal-details-fault");

  await dialog.getByLabel("Name", { exact: true }).fill(`${payer.customer.name} GmbH`);
  await dialog.getByLabel("Street and number (optional)").first().fill("Ahornallee 9");
  await dialog.getByRole("button", { name: "Save details" }).click();
  await expect(dialog).toBeHidden();
  await expect(details.getByRole("button", { name: "Edit" })).toBeFocused();
  await expect(details).toContainText("+49 30 1234567");
  await expect(details).toContainText("Ahornallee 9");
  await expect(page.getByRole("heading", { level: 1, name: `${payer.customer.name} GmbH` })).toBeVisible();
});
