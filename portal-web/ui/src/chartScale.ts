/** The lines of a scale that starts at zero and holds every value: 0, 200, 400, 600. */
export function ticks(values: readonly number[], atMost = 4): number[] {
  const top = Math.max(0, ...values);
  const bottom = Math.min(0, ...values);
  const step = niceStep((top - bottom) / atMost);
  const first = Math.floor(bottom / step);
  const last = Math.max(Math.ceil(top / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** The next step above that people count in: 1, 2, 2.5 or 5 times a power of ten. */
function niceStep(atLeast: number): number {
  if (atLeast <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(atLeast));
  const factor = [1, 2, 2.5, 5, 10].find((nice) => nice * power >= atLeast) ?? 10;
  return factor * power;
}

/** A number for an axis or a bar: "456K". */
export function compactText(value: number | string, locale?: string): string {
  const format = new Intl.NumberFormat(locale, { notation: "compact", maximumSignificantDigits: 3 });
  return format.format(value as Intl.StringNumericLiteral);
}
