import { SegmentedControl } from "@mantine/core";
import { useFilter } from "@quittance/ui/useFilter.ts";

/** The books are kept by currency; nothing to choose where there is one. */
export function CurrencyChoice({ value, currencies }: { value: string; currencies: readonly string[] }) {
  const [, choose] = useFilter("currency");
  return (
    currencies.length > 1 && (
      <SegmentedControl
        aria-label="Currency"
        value={value}
        data={[...currencies]}
        onChange={(chosen) => choose(chosen)}
      />
    )
  );
}
