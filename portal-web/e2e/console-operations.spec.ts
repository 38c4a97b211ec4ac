import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { goTo } from "./clerk.ts";
import { owner } from "./people.ts";
import { expect, signIn, test, twoLooks } from "./story.ts";

/** Where the server under test keeps its database; unknown when it was started by somebody else. */
const data = process.env.QUITTANCE_E2E_DATA;

test("what the outbox gave up on stands in the console until somebody retries or drops it", async ({
  page,
}) => {
  test.skip(data === undefined, "needs the database of a server that the stories started");
  await signIn(page, owner);
  await goTo(page, "Operations");
  await expect(page.getByText("Nothing is parked")).toBeVisible();

  // Two listeners that no longer exist, as after an update: each delivery has one try left.
  await failing("RemovedOne", "RemovedTwo");

  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "Operations 2 parked" })).toBeVisible();
  await expect(page.getByText("There is no listener RemovedOne. (10 tries)")).toBeVisible();
  await twoLooks(page, "console-operations-parked");

  await page.getByRole("button", { name: "Retry InvoicePosted to RemovedOne" }).click();
  await expect(navigation.getByRole("link", { name: "Operations 1 parked" })).toBeVisible();
  await expect(page.getByText("RemovedOne")).toBeHidden();

  await page.getByRole("button", { name: "Drop InvoicePosted to RemovedTwo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("There is no listener RemovedTwo.")).toBeVisible();
  await page.getByRole("button", { name: "Drop InvoicePosted to RemovedTwo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Drop delivery" }).click();
  await expect(page.getByText("Nothing is parked")).toBeVisible();
  await expect(navigation.getByRole("link", { name: "Operations", exact: true })).toBeVisible();
});

/** Puts the same event on its way to listeners that are not there. */
async function failing(...listeners: string[]): Promise<void> {
  const [, , , port] = readFileSync(join(data ?? "", "data/postmaster.pid"), "utf8").split("\n");
  const client = new pg.Client({
    host: "localhost",
    port: Number(port),
    user: "postgres",
    database: "quittance",
  });
  await client.connect();
  try {
    await client.query(
      `with told as (
         insert into event (type, stream, payload)
         values ('InvoicePosted', gen_random_uuid(), '{}') returning id, stream)
       insert into delivery (event_id, listener, stream, attempts)
       select told.id, listener, told.stream, 9 from told, unnest($1::text[]) as listener`,
      [listeners],
    );
  } finally {
    await client.end();
  }
}
