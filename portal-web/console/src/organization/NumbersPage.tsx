import { Button } from "@mantine/core";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { NumbersPageQuery as Answer, SeriesKind } from "../gql/graphql.ts";
import { NumbersDialog } from "./NumbersDialog.tsx";

const NumbersPageQuery = graphql(`
  query NumbersPage {
    documentNumbers {
      kind
      pattern
      next
      begun
    }
  }
`);

const kinds: Record<SeriesKind, string> = {
  INVOICE: "Invoices",
  CREDIT_NOTE: "Credit notes",
  CANCELLATION: "Cancellations",
  RECEIPT: "Receipts",
  REFUND: "Refunds",
  SUBSCRIPTION: "Subscriptions",
};

type Numbers = Answer["documentNumbers"][number];

/** How documents are numbered, each kind in a gapless series of its own. */
export default function NumbersPage() {
  const context = useMemo(() => ({ additionalTypenames: ["DocumentNumbers", "Invoice", "CreditNote"] }), []);
  const [{ data, error }, ask] = useQuery({ query: NumbersPageQuery, context });
  const mayWrite = useMay("SETTINGS_WRITE");
  const [changing, setChanging] = useState<Numbers>();
  return (
    <>
      <PageTitle title="Numbers" note="Each kind of document has a series without gaps." />
      {error && !data && (
        <Failure
          what="The numbers could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingRows label="Loading numbers" />}
      {data && (
        <RowTable
          label="Numbers"
          rows={data.documentNumbers}
          rowKey={({ kind }) => kind}
          columns={[
            { header: "Kind", cell: ({ kind }) => kinds[kind] },
            { header: "Pattern", cell: ({ pattern }) => pattern },
            { header: "Next number", cell: ({ next }) => next },
          ]}
          action={(numbers) =>
            mayWrite && (
              <Button
                variant="default"
                aria-label={`Change the numbers of ${kinds[numbers.kind].toLowerCase()}`}
                onClick={() => setChanging(numbers)}
              >
                Change
              </Button>
            )
          }
        />
      )}
      {changing && (
        <NumbersDialog
          numbers={changing}
          title={kinds[changing.kind]}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}
