/** Cash rounding as it is typed: `CHF 0.05`, one currency on each line. */
export function cashLines(entries: readonly { currency: string; increment: string }[]): string {
  return entries.map(({ currency, increment }) => `${currency} ${increment}`).join("\n");
}

/** What was typed, read back; the server says what it can't be. */
export function cashOf(text: string): { currency: string; increment: string }[] {
  return linesOf(text).map((line) => {
    const [currency = "", increment = ""] = line.split(/\s+/);
    return { currency: currency.toUpperCase(), increment };
  });
}

/** Wordings as they are typed: `de: Steuerschuldnerschaft …`, one language on each line. */
export function wordingLines(wordings: readonly { language: string; text: string }[]): string {
  return wordings.map(({ language, text }) => `${language}: ${text}`).join("\n");
}

/** What was typed, read back; a line without a language is English. */
export function wordingsOf(text: string): { language: string; text: string }[] {
  return linesOf(text).map((line) => {
    const [, language, wording] = /^([a-zA-Z]{2,3}(?:-[a-zA-Z0-9]+)*):\s*(.*)$/.exec(line) ?? [];
    return language !== undefined && wording !== undefined
      ? { language, text: wording }
      : { language: "en", text: line };
  });
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
