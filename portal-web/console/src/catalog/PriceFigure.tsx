import { Money } from "@quittance/ui/Money.tsx";
import { isTiered, unitPriceText, type CurrencyPrice } from "./pricing.ts";

/** Prices at a glance, one line per currency. */
export function PriceFigures({ prices }: { prices: readonly CurrencyPrice[] }) {
  return prices.map((price) => (
    <div key={price.price.currency} style={{ whiteSpace: "nowrap" }}>
      <PriceFigure {...price} />
    </div>
  ));
}

/** What a price comes to at a glance: the first unit of tiers, a package, or all of it. */
export function PriceFigure({ price, model, packageSize, tiers }: CurrencyPrice) {
  const [first] = tiers;
  if (isTiered(model) && first)
    return <span className="tabular">{`First at ${unitPriceText(first.unitPrice, price.currency)}`}</span>;
  return (
    <>
      <Money {...price} />
      {model === "PACKAGE" && ` per ${packageSize?.toLocaleString()}`}
      {model === "FLAT" && " flat"}
    </>
  );
}
