import { Button } from "@mantine/core";
import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { countryName } from "@quittance/ui/countries.ts";
import { useState } from "react";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { TaxCategoryCardFragment } from "../gql/graphql.ts";
import { ChangeTaxRateDialog } from "./ChangeTaxRateDialog.tsx";
import { EndTaxRateDialog } from "./EndTaxRateDialog.tsx";
import { TaxCategoryDialog } from "./TaxCategoryDialog.tsx";
import { TaxRateDialog } from "./TaxRateDialog.tsx";
import { treatments } from "./treatments.ts";

const TaxCategoryCardFields = graphql(`
  fragment TaxCategoryCard on TaxCategory {
    id
    name
    treatment
    rates {
      id
      name
      country
      region
      postalPrefix
      percent
      treatment
      code
      stacked
      validFrom
      validUntil
    }
  }
`);

type Rate = TaxCategoryCardFragment["rates"][number];
type Doing = { act: "add" | "rename" } | { act: "change" | "end"; rate: Rate };

/** A tax category with the time line of its rates, place by place. */
export function TaxCategoryCard({ category }: { category: FragmentType<typeof TaxCategoryCardFields> }) {
  const { id, name, treatment, rates } = getFragmentData(TaxCategoryCardFields, category);
  const mayWrite = useMay("SETTINGS_WRITE");
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <Section
      title={name}
      action={
        mayWrite && (
          <div style={{ display: "flex", gap: 8 }}>
            <Button
              variant="default"
              aria-label={`Rename ${name}`}
              onClick={() => setDoing({ act: "rename" })}
            >
              Rename
            </Button>
            <Button
              variant="default"
              aria-label={`Add a rate to ${name}`}
              onClick={() => setDoing({ act: "add" })}
            >
              Add rate
            </Button>
          </div>
        )
      }
    >
      {rates.length === 0 ? (
        <p>No rates yet: nothing in this category is taxed.</p>
      ) : (
        <RowTable
          bare
          label={`Rates of ${name}`}
          rows={rates}
          rowKey={(rate) => rate.id}
          columns={[
            { header: "Place", cell: placeOf },
            {
              header: "Printed as",
              cell: (rate) => (rate.stacked ? `${rate.name}, beside others` : rate.name),
            },
            { header: "Treatment", cell: (rate) => `${treatments[rate.treatment]} (${rate.code})` },
            { header: "From", cell: ({ validFrom }) => <Day value={validFrom} /> },
            {
              header: "Until before",
              cell: ({ validUntil }) => (validUntil ? <Day value={validUntil} /> : "further notice"),
            },
            { header: "Rate", end: true, card: "beside", cell: ({ percent }) => `${percent} %` },
          ]}
          action={(rate) =>
            mayWrite && (
              <ActionMenu
                label={`Actions for ${rate.name} ${rate.percent} % in ${placeOf(rate)}`}
                actions={[
                  { label: "Change from a day on", onSelect: () => setDoing({ act: "change", rate }) },
                  { label: "End", onSelect: () => setDoing({ act: "end", rate }) },
                ]}
              />
            )
          }
        />
      )}
      {doing?.act === "add" && (
        <TaxRateDialog categoryId={id} categoryName={name} treatment={treatment} onClose={close} />
      )}
      {doing?.act === "rename" && <TaxCategoryDialog category={{ id, name, treatment }} onClose={close} />}
      {doing?.act === "change" && <ChangeTaxRateDialog rate={doing.rate} onClose={close} />}
      {doing?.act === "end" && <EndTaxRateDialog rate={doing.rate} onClose={close} />}
    </Section>
  );
}

function placeOf({ country, region, postalPrefix }: Rate): string {
  return [countryName(country), region, postalPrefix && `postal codes ${postalPrefix}…`]
    .filter(Boolean)
    .join(", ");
}
