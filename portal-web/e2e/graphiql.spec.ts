import type { Page } from "@playwright/test";
import { fresh } from "./clerk.ts";
import { owner } from "./people.ts";
import { expect, signIn, signOut, test } from "./story.ts";

test("GraphiQL explores the API without the outside world: as the clerk, live, and as a third party", async ({
  page,
  baseURL,
}) => {
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("data:"))
      outside.push(request.url());
  });
  await signIn(page, owner);
  await page.goto("/graphiql/");

  await expect(page.locator(".graphiql-query-editor")).toContainText("query Outstanding");
  await run(page);
  await expect(answer(page)).toContainText(`"name": "${owner.name}"`);
  await expect(answer(page)).toContainText("amountDue");

  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await expect(page.getByText("One customer.").or(page.getByText("root types").first())).toBeVisible();
  await page.screenshot({ path: "test-results/looks/graphiql-1440-light.png" });

  const { id } = await first(page);
  await write(page, 0, `subscription { customerChanged(id: "${id}") { kind } }`);
  await run(page);
  await expect(async () => {
    await change(page, id);
    await expect(answer(page)).toContainText('"kind": "CUSTOMER"', { timeout: 1_000 });
  }).toPass();
  await page.getByRole("button", { name: "Stop query" }).click();

  const token = await thirdParty(page);
  await page.getByRole("button", { name: "Headers", exact: true }).click();
  await write(page, 2, JSON.stringify({ Authorization: `Bearer ${token}` }));
  await write(page, 0, "{ viewer { kind } clock { today } }");
  await run(page);
  await expect(answer(page)).toContainText("FORBIDDEN");
  await write(page, 0, "{ viewer { kind } }");
  await run(page);
  await expect(answer(page)).toContainText('"kind": "CLIENT"');
  await write(page, 0, "subscription { clockChanged { kind } }");
  await run(page);
  await expect(answer(page)).toContainText("A browser can't send a token with a WebSocket.");

  await page.reload();
  await page.goto("/console/");
  await signOut(page);
  await page.goto("/graphiql/");
  await write(page, 0, "{ clock { today } }");
  await run(page);
  await expect(answer(page)).toContainText("UNAUTHORIZED");
  expect(outside).toEqual([]);
});

async function run(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Execute query (Ctrl-Enter)" }).click();
}

function answer(page: Page) {
  return page.getByLabel("Result Window");
}

/** Writes into an editor: 0 the query, 1 the variables, 2 the headers. */
async function write(page: Page, editor: number, text: string): Promise<void> {
  await expect(page.locator(".graphiql-query-editor .CodeMirror")).toBeVisible();
  await page.evaluate(
    ([at, written]) => {
      const all = document.querySelectorAll<
        HTMLElement & { CodeMirror: { setValue: (text: string) => void } }
      >(".graphiql-editors .CodeMirror");
      all[at]?.CodeMirror.setValue(written);
    },
    [editor, text] as const,
  );
  // The editor tells of changes a moment later.
  await page.waitForTimeout(600);
}

async function first(page: Page): Promise<{ id: string }> {
  const { customers } = await asked<{ customers: { edges: { node: { id: string } }[] } }>(
    page,
    "{ customers(first: 1) { edges { node { id } } } }",
  );
  const [edge] = customers.edges;
  if (!edge) throw new Error("There is no customer.");
  return edge.node;
}

async function change(page: Page, id: string): Promise<void> {
  await asked(
    page,
    `mutation { updateCustomer(input: {id: "${id}", phone: "${String(Date.now())}"}) { __typename } }`,
  );
}

async function thirdParty(page: Page): Promise<string> {
  const { createApiClient: made } = await asked<{
    createApiClient: { clientSecret: string; apiClient: { clientId: string } };
  }>(
    page,
    `mutation { createApiClient(input: {name: "${fresh("Explorer")}", scopes: [CUSTOMER_READ]}) {
       ... on ApiClientCreated { clientSecret apiClient { clientId } } } }`,
  );
  const answered = await page.request.post("/oauth2/token", {
    headers: {
      Authorization: `Basic ${Buffer.from(`${made.apiClient.clientId}:${made.clientSecret}`).toString("base64")}`,
    },
    form: { grant_type: "client_credentials" },
  });
  return ((await answered.json()) as { access_token: string }).access_token;
}

/** Asks as the signed-in clerk. */
async function asked<Data>(page: Page, query: string): Promise<Data> {
  const answered = await page.request.post("/graphql", {
    headers: { "X-Quittance-App": "console" },
    data: { query },
  });
  return ((await answered.json()) as { data: Data }).data;
}
