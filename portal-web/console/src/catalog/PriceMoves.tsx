import { Button } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { ChangePlanPricesInput } from "../gql/graphql.ts";

const PreviewPlanPriceChange = graphql(`
  query PreviewPlanPriceChange($input: ChangePlanPricesInput!) {
    previewPlanPriceChange(input: $input) {
      subscriptionCount
      moves(first: 100) {
        edges {
          node {
            from
            before {
              amount
              currency
            }
            after {
              amount
              currency
            }
            subscription {
              id
              number
              customer {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

const ChangePlanPrices = graphql(`
  mutation ChangePlanPrices($input: ChangePlanPricesInput!) {
    changePlanPrices(input: $input) {
      __typename
      ... on PlanPricesChanged {
        plan {
          id
        }
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

type Props = {
  input: ChangePlanPricesInput;
  /** Back to the form, with what was wrong in it. */
  onBack: (faults?: readonly FieldFault[]) => void;
  onDone: () => void;
};

/** Whom new prices concern, before they are set. */
export function PriceMoves({ input, onBack, onDone }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: PreviewPlanPriceChange,
    variables: { input },
    requestPolicy: "network-only",
  });
  const [{ fetching }, change] = useMutation(ChangePlanPrices);
  const [refusal, setRefusal] = useState<string>();
  const act = async () => {
    const answer = await change({ input });
    if (!answer.data)
      return setRefusal((answer.error && faultOf(answer.error).reason) ?? "No answer came. Try again.");
    switch (answer.data.changePlanPrices.__typename) {
      case "PlanPricesChanged":
        return onDone();
      case "InvalidInput":
        return onBack(answer.data.changePlanPrices.fields);
    }
  };
  const preview = data?.previewPlanPriceChange;
  return (
    <div style={{ display: "grid", gap: 16 }}>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      {error && !data && (
        <Failure
          what="Whom it concerns could not be found out."
          fault={{ reason: error.graphQLErrors[0]?.message ?? faultOf(error).reason ?? "" }}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={5} />}
      {preview && (
        <>
          <p>{summary(preview.subscriptionCount, input.existing === "KEEP")}</p>
          {preview.moves.edges.length > 0 && (
            <RowTable
              bare
              label="Subscriptions concerned"
              rows={preview.moves.edges.map(({ node }) => node)}
              rowKey={({ subscription }) => subscription.id}
              columns={[
                { header: "Subscription", cell: ({ subscription }) => subscription.number },
                { header: "Customer", cell: ({ subscription }) => subscription.customer.name },
                { header: "From", cell: ({ from }) => (from ? <Day value={from} /> : "Keeps its price") },
                { header: "Pays now", end: true, cell: ({ before }) => <Money {...before} /> },
                { header: "Will pay", end: true, card: "beside", cell: ({ after }) => <Money {...after} /> },
              ]}
            />
          )}
        </>
      )}
      <DialogActions>
        <Button variant="default" onClick={() => onBack()}>
          Back
        </Button>
        <Button loading={fetching} disabled={!preview} onClick={() => void act()}>
          Set the new prices
        </Button>
      </DialogActions>
    </div>
  );
}

function summary(count: number, keep: boolean): string {
  const listed = count > 100 ? " The first hundred:" : "";
  if (count === 0) return "No present subscription pays a price that changes.";
  const whose = count === 1 ? "1 subscription" : `${count.toLocaleString()} subscriptions`;
  return keep
    ? `${whose} ${count === 1 ? "keeps" : "keep"} the present price.${listed}`
    : `${whose} ${count === 1 ? "pays" : "pay"} a new price.${listed}`;
}
