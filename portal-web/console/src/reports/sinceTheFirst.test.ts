import { expect, test } from "vitest";
import { sinceTheFirst } from "./sinceTheFirst.ts";

const year = (...billed: readonly string[]) =>
  billed.map((amount, i) => ({ month: `2027-${i + 1}`, billed: { amount }, collected: { amount: "0.00" } }));

test("months before the first bill are left out, months without any after it are not", () => {
  const months = year("0.00", "0.00", "5.00", "0.00", "0.00", "7.00", "0.00", "9.00");
  expect(sinceTheFirst(months).map(({ month }) => month)).toEqual(months.slice(2).map(({ month }) => month));
});

test("at least six months are drawn", () => {
  expect(sinceTheFirst(year(...Array.from({ length: 12 }, () => "0.00")))).toHaveLength(6);
  expect(sinceTheFirst(year(...Array.from({ length: 11 }, () => "0"), "1.00"))).toHaveLength(6);
  expect(sinceTheFirst(year("1.00", "2.00"))).toHaveLength(2);
});
