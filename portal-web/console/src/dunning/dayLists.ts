/** Days as they are typed, "1, 3, 5"; nothing where one of them is no whole number. */
export function daysOf(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  return parts.every((part) => /^-?\d{1,4}$/.test(part)) ? parts.map(Number) : undefined;
}

/** Days as they are shown in a field. */
export function daysText(days: readonly number[]): string {
  return days.join(", ");
}
