import { expect, test } from "vitest";
import { CardEntry, NEW_CARD, offeredCards, type Entered } from "./CardEntry.ts";

test("a sandbox offers its test cards, a card processor a new card", () => {
  const sandbox = { testCards: [{ token: "card_success" }, { token: "card_slow" }] };

  expect(offeredCards([sandbox])).toEqual(["card_success", "card_slow"]);
  expect(offeredCards([{ testCards: [], publishableKey: "pk_test_1" }])).toEqual([NEW_CARD]);
  expect(offeredCards([])).toEqual([]);
});

test("a test card is its own token", async () => {
  expect(await new CardEntry().token("card_success")).toEqual({ kind: "token", token: "card_success" });
});

test("fields that are not there yet are waited for by the payer", async () => {
  expect((await new CardEntry().token(NEW_CARD)).kind).toBe("refused");
});

test("a card is read once, so that what is sent again is the same", async () => {
  const entry = new CardEntry();
  let read = 0;
  entry.offer(() => Promise.resolve({ kind: "token", token: `pm_${(read += 1)}` }));

  expect(await entry.token(NEW_CARD)).toEqual({ kind: "token", token: "pm_1" });
  expect(await entry.token(NEW_CARD)).toEqual({ kind: "token", token: "pm_1" });
  entry.forget();
  expect(await entry.token(NEW_CARD)).toEqual({ kind: "token", token: "pm_2" });
});

test("a card that is not right is read again", async () => {
  const entry = new CardEntry();
  const answers: Entered[] = [
    { kind: "refused", message: "The number is incomplete." },
    { kind: "token", token: "pm_1" },
  ];
  entry.offer(() => Promise.resolve(answers.shift() ?? { kind: "refused", message: "" }));

  expect(await entry.token(NEW_CARD)).toEqual({ kind: "refused", message: "The number is incomplete." });
  expect(await entry.token(NEW_CARD)).toEqual({ kind: "token", token: "pm_1" });
});
