import { expect, test } from "vitest";
import { accountText } from "./bankTexts.ts";

test("an account stands in groups of four", () => {
  expect(accountText("DE02120300000000202051")).toBe("DE02 1203 0000 0000 2020 51");
  expect(accountText("12345678")).toBe("1234 5678");
  expect(accountText("123")).toBe("123");
});
