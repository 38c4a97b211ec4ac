import type { APIRequestContext } from "@playwright/test";
import { fresh, goTo } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test } from "./story.ts";

async function query(request: APIRequestContext, token: string, text: string) {
  const answer = await request.post("/graphql", {
    headers: { Authorization: `Bearer ${token}` },
    data: { query: text },
  });
  return (await answer.json()) as {
    data?: { invoices?: { edges: { node: { number: string } }[] } };
    errors?: { extensions: { classification: string } }[];
  };
}

test("a program gets an id and a secret, shown once, and reads what its scopes allow", async ({
  page,
  playwright,
  baseURL,
}) => {
  const name = fresh("Warehouse");
  await signIn(page, owner);
  await goTo(page, "API clients");
  await page.getByRole("button", { name: "Add API client" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("Read invoices").check();
  await dialog.getByLabel("Read customers").check();
  await everyLook(page, "console-add-client");
  await dialog.getByRole("button", { name: "Add API client" }).click();
  await expect(dialog.getByText("Client secret", { exact: true })).toBeVisible();
  const [id = "", secret = ""] = await dialog.getByRole("definition").allInnerTexts();
  await dialog.getByRole("button", { name: "I have kept it" }).click();
  await page.reload();
  await expect(page.getByText(name)).toBeVisible();
  await expect(page.getByText(secret.trim())).toHaveCount(0);

  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const answer = await request.post("/oauth2/token", {
    headers: { Authorization: `Basic ${Buffer.from(`${id.trim()}:${secret.trim()}`).toString("base64")}` },
    form: { grant_type: "client_credentials" },
  });
  expect(answer.status()).toBe(200);
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const read = await query(request, token, "{ invoices(first: 3) { edges { node { number } } } }");
  expect(read.data?.invoices?.edges).toHaveLength(3);
  const refused = await query(request, token, "{ billRuns(first: 1) { edges { node { id } } } }");
  expect(refused.errors?.[0]?.extensions.classification).toBe("FORBIDDEN");
  await request.dispose();
});
