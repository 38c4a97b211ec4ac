import { test } from "./payer.ts";
import { expect, signIn, twoLooks } from "./story.ts";

test("P78 P80 the primary contact forwards an invoice with its PDF", async ({ page, merchant }) => {
  const payer = await merchant.newPayer();
  const { id, number } = await merchant.bill(payer, "Starter", "100.00");
  await signIn(page, payer);
  await page.goto(`/portal/invoices/${id}`);
  await page.getByRole("button", { name: "Forward" }).click();
  const dialog = page.getByRole("dialog", { name: `Forward ${number}` });
  await expect(dialog.getByLabel("Subject")).toHaveValue(new RegExp(`^Invoice ${number} from`));
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByText("Choose at least one person.")).toBeVisible();
  await dialog.getByRole("checkbox", { name: payer.name }).check();
  await dialog.getByLabel("Subject").fill(`Please check ${number}`);
  await dialog.getByLabel("Message").fill("Is this right?\n\nBest regards");
  await twoLooks(page, "portal-forward");
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog.getByText("On its way.")).toBeVisible();
  const mail = await merchant.mailTo(payer.email, new RegExp(`^Please check ${number}`));
  expect(mail.text).toContain("Is this right?");
});
