import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "../gql";
import { gatewayName } from "./gateways.ts";

const GatewayBalancesQuery = graphql(`
  query GatewayBalances {
    gatewayBalances {
      gateway
      count
      charged {
        amount
        currency
      }
      refunded {
        amount
        currency
      }
      fees {
        amount
        currency
      }
      amount {
        amount
        currency
      }
    }
  }
`);

/** What the gateways still hold for the merchant, by currency. */
export function GatewayBalances() {
  const context = useMemo(() => ({ additionalTypenames: ["GatewayBalance", "Payment", "Payout"] }), []);
  const [{ data, error }, ask] = useQuery({ query: GatewayBalancesQuery, context });
  return (
    <Section title="Not paid out yet">
      {data ? (
        <Balances balances={data.gatewayBalances} />
      ) : error ? (
        <Failure
          what="The balances could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      ) : (
        <LoadingThing label="Loading the balances" />
      )}
    </Section>
  );
}

type Balance = {
  gateway: string;
  count: number;
  charged: { amount: string; currency: string };
  refunded: { amount: string; currency: string };
  fees: { amount: string; currency: string };
  amount: { amount: string; currency: string };
};

function Balances({ balances }: { balances: readonly Balance[] }) {
  if (balances.length === 0) return <p>Everything that was charged and sent back has been paid out.</p>;
  return (
    <RowTable
      bare
      label="Not paid out yet"
      rows={balances}
      rowKey={({ gateway, amount }) => `${gateway} ${amount.currency}`}
      columns={[
        { header: "Gateway", cell: ({ gateway }) => gatewayName(gateway) },
        { header: "In it", end: true, cell: ({ count }) => count.toLocaleString() },
        { header: "Charged", end: true, cell: ({ charged }) => <Money {...charged} /> },
        { header: "Taken back", end: true, cell: ({ refunded }) => <Money {...refunded} /> },
        { header: "Fees", end: true, cell: ({ fees }) => <Money {...fees} /> },
        { header: "To be paid out", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
      ]}
    />
  );
}
