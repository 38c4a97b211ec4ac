import { Button } from "@mantine/core";
import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { FilterTabs } from "@quittance/ui/Filters.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { AddonsQuery as Answer } from "../gql/graphql.ts";
import { AddonDialog } from "./AddonDialog.tsx";
import { ArchiveAddonDialog } from "./ArchiveAddonDialog.tsx";
import { EditAddonDialog } from "./EditAddonDialog.tsx";
import { PriceFigures } from "./PriceFigure.tsx";
import { quantityText } from "./QuantityFields.tsx";

const AddonsQuery = graphql(`
  query Addons($archived: Boolean) {
    addons(archived: $archived) {
      id
      name
      code
      kind
      archived
      quantity {
        least
        most
      }
      product {
        id
        name
      }
      prices {
        amount
        currency
        model
        packageSize
        tiers {
          upTo
          unitPrice
        }
      }
    }
  }
`);

const tabs = [
  { value: "", label: "Offered" },
  { value: "archived", label: "Archived" },
];

type Addon = Answer["addons"][number];
type Shown = { dialog: "edit" | "archive"; addon: Addon };

/** What is billed beside a plan. */
export default function AddonsPage() {
  const [status] = useFilter("status");
  const context = useMemo(() => ({ additionalTypenames: ["Addon"] }), []);
  const [{ data, error }, ask] = useQuery({
    query: AddonsQuery,
    variables: { archived: status === "archived" },
    context,
  });
  const mayWrite = useMay("CATALOG_WRITE");
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<Shown>();
  const add = () => setAdding(true);
  return (
    <>
      <PageTitle title="Addons" actions={mayWrite && <Button onClick={add}>Add addon</Button>} />
      <FilterTabs name="status" label="Addons by status" tabs={tabs} />
      {error && !data && (
        <Failure
          what="The addons could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingRows label="Loading addons" />}
      {data?.addons.length === 0 &&
        (status === "archived" ? (
          <EmptyState title="No addon is archived">
            Archived addons stay on the subscriptions they stand on.
          </EmptyState>
        ) : (
          <EmptyState
            title="No addons yet"
            {...(mayWrite && { action: { label: "Add addon", onSelect: add } })}
          >
            An addon is billed beside a plan by quantity: with each period, or once.
          </EmptyState>
        ))}
      {data && data.addons.length > 0 && <Rows addons={data.addons} {...(mayWrite && { onAct: setShown })} />}
      {adding && <AddonDialog onClose={() => setAdding(false)} />}
      {shown?.dialog === "edit" && (
        <EditAddonDialog
          addon={{ ...shown.addon, prices: currencyPrices(shown.addon) }}
          onClose={() => setShown(undefined)}
        />
      )}
      {shown?.dialog === "archive" && (
        <ArchiveAddonDialog addon={shown.addon} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

function Rows({ addons, onAct }: { addons: readonly Addon[]; onAct?: (shown: Shown) => void }) {
  return (
    <RowTable
      label="Addons"
      rows={addons}
      rowKey={({ id }) => id}
      columns={[
        { header: "Name", cell: ({ name }) => name },
        { header: "Code", cell: ({ code }) => code, card: "hidden" },
        { header: "Product", cell: ({ product }) => product.name },
        { header: "Billed", cell: ({ kind }) => (kind === "ONE_TIME" ? "Once" : "Each period") },
        { header: "Quantity", cell: ({ quantity }) => quantityText(quantity) ?? "Any" },
        {
          header: "Price",
          end: true,
          card: "beside",
          cell: (addon) => <PriceFigures prices={currencyPrices(addon)} />,
        },
      ]}
      {...(onAct && {
        action: (addon: Addon) => (
          <ActionMenu
            label={`More actions for ${addon.name}`}
            actions={[
              { label: "Edit addon", onSelect: () => onAct({ dialog: "edit", addon }) },
              {
                label: addon.archived ? "Offer again" : "Archive addon",
                danger: !addon.archived,
                onSelect: () => onAct({ dialog: "archive", addon }),
              },
            ]}
          />
        ),
      })}
    />
  );
}

function currencyPrices({ prices }: Addon) {
  return prices.map(({ amount, currency, ...pricing }) => ({ price: { amount, currency }, ...pricing }));
}
