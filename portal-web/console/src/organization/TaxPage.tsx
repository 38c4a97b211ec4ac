import { Button } from "@mantine/core";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { TaxCategoryCard } from "./TaxCategoryCard.tsx";
import { TaxCategoryDialog } from "./TaxCategoryDialog.tsx";
import { TaxSettingsCard } from "./TaxSettingsCard.tsx";

const TaxPageQuery = graphql(`
  query TaxPage {
    taxCategories {
      id
      ...TaxCategoryCard
    }
    taxSettings {
      ...TaxSettingsCard
    }
  }
`);

/** Which rate taxes what, where and when, and how documents are taxed. */
export default function TaxPage() {
  const context = useMemo(() => ({ additionalTypenames: ["TaxCategory", "TaxRate", "TaxSettings"] }), []);
  const [{ data, error }, ask] = useQuery({ query: TaxPageQuery, context });
  const mayWrite = useMay("SETTINGS_WRITE");
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageTitle
        title="Taxes"
        note="The rate in force on the tax date at the customer's place taxes a line. Posted documents keep theirs."
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
          <TaxCategoryCard key={category.id} category={category} />
        ))}
        {data && <TaxSettingsCard settings={data.taxSettings} />}
      </div>
      {adding && <TaxCategoryDialog onClose={() => setAdding(false)} />}
    </>
  );
}
