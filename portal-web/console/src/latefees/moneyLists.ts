/** Amounts as they are typed, "EUR 10, USD 12.50", by currency; nothing where one can't be read. */
export function amountsOf(text: string): Map<string, string> | undefined {
  const amounts = new Map<string, string>();
  for (const part of text.split(/[,;\n]+/).map((one) => one.trim())) {
    if (part === "") continue;
    const [, currency, amount] = /^([A-Za-z]{3})\s*(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    if (!currency || !amount || amounts.has(currency.toUpperCase())) return undefined;
    amounts.set(currency.toUpperCase(), amount);
  }
  return amounts;
}

type Money = { amount: string; currency: string };

/** Amounts as they are shown in a field. */
export function amountsText(all: readonly (Money | null | undefined)[]): string {
  return all
    .filter((one) => one != null)
    .map(({ currency, amount }) => `${currency} ${amount}`)
    .join(", ");
}
