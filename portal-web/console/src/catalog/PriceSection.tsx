import { isZero, Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { PriceFigure } from "./PriceFigure.tsx";
import { labelOf } from "./planTerms.ts";
import { isTiered, pricingModels, tierRange, unitPriceText, type CurrencyPrice } from "./pricing.ts";

/** What something costs in each currency, tiers included. */
export function PriceSection({ prices }: { prices: readonly CurrencyPrice[] }) {
  return (
    <>
      <Section title="Prices">
        <RowTable
          bare
          label="Prices"
          rows={prices}
          rowKey={({ price }) => price.currency}
          columns={[
            { header: "Currency", cell: ({ price }) => price.currency },
            { header: "Pricing", cell: ({ model }) => labelOf(pricingModels, model) },
            {
              header: "Setup fee",
              end: true,
              cell: ({ setupFee }) => (setupFee ? <Money {...setupFee} /> : "—"),
            },
            { header: "Price", end: true, card: "beside", cell: (price) => <PriceFigure {...price} /> },
          ]}
        />
      </Section>
      {prices
        .filter(({ model }) => isTiered(model))
        .map((price) => (
          <Tiers key={price.price.currency} {...price} />
        ))}
    </>
  );
}

function Tiers({ price, model, tiers }: CurrencyPrice) {
  return (
    <Section title={`Tiers in ${price.currency}`}>
      <RowTable
        bare
        label={`Tiers in ${price.currency}`}
        rows={tiers.map((tier, i) => ({ ...tier, units: tierRange(tiers, i) }))}
        rowKey={({ units }) => units}
        columns={[
          { header: "Units", cell: ({ units }) => units },
          {
            header: model === "VOLUME" ? "Price of every unit" : "Price per unit",
            end: true,
            card: "beside",
            cell: ({ unitPrice }) => unitPriceText(unitPrice, price.currency),
          },
        ]}
      />
      {!isZero(price) && (
        <p>
          And a fixed part of <Money {...price} />.
        </p>
      )}
    </Section>
  );
}
