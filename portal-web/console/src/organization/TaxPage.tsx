import { Button } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { countryName } from "@quittance/ui/countries.ts";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { faultOf } from "../app/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { TaxPageQuery as Answer } from "../gql/graphql.ts";
import { TaxCategoryDialog } from "./TaxCategoryDialog.tsx";
import { TaxRateDialog } from "./TaxRateDialog.tsx";
import { treatments } from "./treatments.ts";

const TaxPageQuery = graphql(`
  query TaxPage {
    taxCategories {
      id
      name
      rates {
        id
        name
        country
        region
        percent
        treatment
        validFrom
        validUntil
      }
    }
  }
`);

type Category = Answer["taxCategories"][number];

/** Which rate taxes what, where and when. */
export default function TaxPage() {
  const context = useMemo(() => ({ additionalTypenames: ["TaxCategory", "TaxRate"] }), []);
  const [{ data, error }, ask] = useQuery({ query: TaxPageQuery, context });
  const mayWrite = useMay("SETTINGS_WRITE");
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageTitle
        title="Tax"
        note="The rate in force on the issue date in the customer's region taxes a line."
        actions={mayWrite && <Button onClick={() => setAdding(true)}>Add tax category</Button>}
      />
      {error && !data && (
        <Failure
          what="The tax rates could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingRows label="Loading tax rates" />}
      {data?.taxCategories.length === 0 && (
        <EmptyState title="No tax categories yet">Products without a category are not taxed.</EmptyState>
      )}
      <div style={{ display: "grid", gap: "var(--gap)" }}>
        {data?.taxCategories.map((category) => (
          <CategoryCard key={category.id} category={category} mayWrite={mayWrite} />
        ))}
      </div>
      {adding && <TaxCategoryDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function CategoryCard({ category, mayWrite }: { category: Category; mayWrite: boolean }) {
  const { id, name, rates } = category;
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={name}
      action={
        mayWrite && (
          <Button variant="default" aria-label={`Add a rate to ${name}`} onClick={() => setAdding(true)}>
            Add rate
          </Button>
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
            {
              header: "Region",
              cell: ({ country, region }) => [countryName(country), region].filter(Boolean).join(", "),
            },
            { header: "Printed as", cell: (rate) => rate.name },
            { header: "Treatment", cell: ({ treatment }) => treatments[treatment] },
            { header: "From", cell: ({ validFrom }) => <Day value={validFrom} /> },
            {
              header: "Until before",
              cell: ({ validUntil }) => (validUntil ? <Day value={validUntil} /> : "further notice"),
            },
            { header: "Rate", end: true, card: "beside", cell: ({ percent }) => `${percent} %` },
          ]}
        />
      )}
      {adding && <TaxRateDialog categoryId={id} categoryName={name} onClose={() => setAdding(false)} />}
    </Section>
  );
}
