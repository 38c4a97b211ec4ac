import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { goTo } from "./clerk.ts";
import { owner } from "./people.ts";
import { everyLook, expect, signIn, test, twoLooks } from "./story.ts";

/** Where the server under test keeps its database; unknown when it was started by somebody else. */
const data = process.env.QUITTANCE_E2E_DATA;

test("what the outbox gave up on stands in the console until somebody retries or drops it", async ({
  page,
}) => {
  test.skip(data === undefined, "needs the database of a server that the stories started");
  await signIn(page, owner);
  await goTo(page, "Operations");
  await expect(page.getByText("Nothing is parked", { exact: true })).toBeVisible();

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
  await expect(page.getByText("Nothing is parked", { exact: true })).toBeVisible();
  await expect(navigation.getByRole("link", { name: "Operations", exact: true })).toBeVisible();
});

test("what a card processor told and nobody could look into is looked into again, or dropped", async ({
  page,
}) => {
  test.skip(data === undefined, "needs the database of a server that the stories started");
  await signIn(page, owner);
  await goTo(page, "Operations");
  const events = page.getByRole("region", { name: "Events of card processors" });
  await expect(events.getByText("Nothing that a card processor told is parked")).toBeVisible();

  await inDatabase((client) =>
    client.query(
      `insert into gateway_event (id, gateway, event_ref, kind, object_ref, state, tries, leased_until, fault, parked_at)
       select gen_random_uuid(), 'sandbox', ref, 'PAYOUT', ref, 'PARKED', 10, now(),
              'dev.quittance.payments.GatewayTrouble, because of java.net.SocketTimeoutException', now()
         from unnest(array['po_first', 'po_second']) as ref`,
    ),
  );
  await page.reload();
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "Operations 2 parked" })).toBeVisible();
  await expect(events.getByText(/GatewayTrouble.* \(10 tries\)/).first()).toBeVisible();
  await everyLook(page, "console-operations-events");

  await events.getByRole("button", { name: "Retry Payout po_first" }).click();
  await expect(navigation.getByRole("link", { name: "Operations 1 parked" })).toBeVisible();
  await expect(events.getByText("po_first")).toBeHidden();
  await events.getByRole("button", { name: "Drop Payout po_second" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Drop event" }).click();
  await expect(events.getByText("Nothing that a card processor told is parked")).toBeVisible();
});

/** Puts the same event on its way to listeners that are not there. */
async function failing(...listeners: string[]): Promise<void> {
  await inDatabase((client) =>
    client.query(
      `with told as (
         insert into event (type, stream, payload)
         values ('InvoicePosted', gen_random_uuid(), '{}') returning id, stream)
       insert into delivery (event_id, listener, stream, attempts)
       select told.id, listener, told.stream, 9 from told, unnest($1::text[]) as listener`,
      [listeners],
    ),
  );
}

async function inDatabase(act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const [, , , port] = readFileSync(join(data ?? "", "data/postmaster.pid"), "utf8").split("\n");
  const client = new pg.Client({
    host: "localhost",
    port: Number(port),
    user: "postgres",
    database: "quittance",
  });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
