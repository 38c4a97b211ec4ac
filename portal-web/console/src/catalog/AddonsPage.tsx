import { Button } from "@mantine/core";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { AddonDialog } from "./AddonDialog.tsx";

const AddonsQuery = graphql(`
  query Addons {
    addons(archived: false) {
      id
      name
      code
      product {
        id
        name
      }
      prices {
        amount
        currency
      }
    }
  }
`);

/** What is billed beside a plan. */
export default function AddonsPage() {
  const context = useMemo(() => ({ additionalTypenames: ["Addon"] }), []);
  const [{ data, error }, ask] = useQuery({ query: AddonsQuery, context });
  const mayWrite = useMay("CATALOG_WRITE");
  const [adding, setAdding] = useState(false);
  const add = () => setAdding(true);
  return (
    <>
      <PageTitle title="Addons" actions={mayWrite && <Button onClick={add}>Add addon</Button>} />
      {error && !data && (
        <Failure
          what="The addons could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingRows label="Loading addons" />}
      {data?.addons.length === 0 && (
        <EmptyState
          title="No addons yet"
          {...(mayWrite && { action: { label: "Add addon", onSelect: add } })}
        >
          An addon is billed with each period of the plan it stands beside, by quantity.
        </EmptyState>
      )}
      {data && data.addons.length > 0 && (
        <RowTable
          label="Addons"
          rows={data.addons}
          rowKey={({ id }) => id}
          columns={[
            { header: "Name", cell: ({ name }) => name },
            { header: "Code", cell: ({ code }) => code },
            { header: "Product", cell: ({ product }) => product.name },
            {
              header: "Price",
              end: true,
              card: "beside",
              cell: ({ prices }) => <MoneyByCurrency amounts={prices} />,
            },
          ]}
        />
      )}
      {adding && <AddonDialog onClose={() => setAdding(false)} />}
    </>
  );
}
