import { Button } from "@mantine/core";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { ProductDialog } from "./ProductDialog.tsx";

const ProductsQuery = graphql(`
  query Products {
    products {
      id
      name
      description
      taxCategoryId
      plans {
        id
      }
      addons {
        id
      }
    }
    taxCategories {
      id
      name
    }
  }
`);

/** What is sold, and how it is taxed. */
export default function ProductsPage() {
  const context = useMemo(() => ({ additionalTypenames: ["Product"] }), []);
  const [{ data, error }, ask] = useQuery({ query: ProductsQuery, context });
  const mayWrite = useMay("CATALOG_WRITE");
  const [adding, setAdding] = useState(false);
  const add = () => setAdding(true);
  return (
    <>
      <PageTitle title="Products" actions={mayWrite && <Button onClick={add}>Add product</Button>} />
      {error && !data && (
        <Failure
          what="The products could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingRows label="Loading products" />}
      {data?.products.length === 0 && (
        <EmptyState
          title="No products yet"
          {...(mayWrite && { action: { label: "Add product", onSelect: add } })}
        >
          Plans and addons belong to a product, which says how they are taxed.
        </EmptyState>
      )}
      {data && data.products.length > 0 && (
        <RowTable
          label="Products"
          rows={data.products}
          rowKey={({ id }) => id}
          columns={[
            { header: "Name", cell: ({ name }) => name },
            { header: "Description", cell: ({ description }) => description ?? "—" },
            {
              header: "Tax category",
              cell: ({ taxCategoryId }) =>
                data.taxCategories.find(({ id }) => id === taxCategoryId)?.name ?? "Not taxed",
            },
            { header: "Plans", end: true, cell: ({ plans }) => plans.length.toLocaleString() },
            { header: "Addons", end: true, cell: ({ addons }) => addons.length.toLocaleString() },
          ]}
        />
      )}
      {adding && <ProductDialog onClose={() => setAdding(false)} />}
    </>
  );
}
