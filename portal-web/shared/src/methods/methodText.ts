/** A kept payment method as far as it is told from others. */
export type Named = { label: string; name?: string | null };

/** What a person knows a method by: "Company card, Visa •••• 4242". */
export function methodText({ label, name }: Named): string {
  return name ? `${name}, ${label}` : label;
}
