import type { OperationResult } from "@urql/core";

/** Values that are nobody's own: an act that answers with an amount has not changed all lists that show amounts. */
const VALUES = new Set(["Money", "PageInfo", "Period", "Address", "BankDetail"]);

/** Takes the type names off plain values, so that they don't make the cache forget everything that holds one. */
export function withoutTypenames(result: OperationResult): OperationResult {
  strip(result.data);
  return result;
}

function strip(node: unknown): void {
  if (Array.isArray(node)) node.forEach(strip);
  else if (node !== null && typeof node === "object") {
    const fields = node as Record<string, unknown>;
    if (typeof fields.__typename === "string" && VALUES.has(fields.__typename)) delete fields.__typename;
    else Object.values(fields).forEach(strip);
  }
}
