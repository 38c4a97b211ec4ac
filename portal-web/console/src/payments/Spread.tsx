import { faultOf } from "@quittance/client/faultOf.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useQuery } from "urql";
import { graphql } from "../gql";
import type { PreviewOfflinePaymentQuery } from "../gql/graphql.ts";
import { ShareFields } from "./ShareFields.tsx";

const OpenInvoices = graphql(`
  query OpenInvoices($id: ID!) {
    customer(id: $id) {
      id
      outstanding {
        currency
        invoiceIds
      }
    }
  }
`);

const PreviewOfflinePayment = graphql(`
  query PreviewOfflinePayment($input: PreviewOfflinePaymentInput!) {
    previewOfflinePayment(input: $input) {
      credit {
        amount
        currency
      }
      shares {
        invoice {
          id
          number
        }
        due {
          amount
          currency
        }
        amount {
          amount
          currency
        }
      }
    }
  }
`);

type Found = {
  plan: PreviewOfflinePaymentQuery["previewOfflinePayment"] | undefined;
  refusal: string | undefined;
};

/** How an amount would be spread over all open invoices of a customer, the oldest due first. */
export function useSpread(customerId: string, amount: Amount, pause: boolean): Found {
  const [open] = useQuery({ query: OpenInvoices, variables: { id: customerId }, pause });
  const ids = open.data?.customer?.outstanding.find(
    ({ currency }) => currency === amount.currency,
  )?.invoiceIds;
  const [{ data, error }] = useQuery({
    query: PreviewOfflinePayment,
    variables: { input: { invoiceIds: ids ?? [], amount } },
    pause: pause || !ids || amount.amount === "",
    requestPolicy: "network-only",
  });
  return { plan: error ? undefined : data?.previewOfflinePayment, refusal: error && faultOf(error).reason };
}

/** The suggestion, to be changed; what is left over becomes credit. */
export function Spread({ plan, refusal }: Found) {
  if (refusal) return <Notice tone="attention">{refusal}</Notice>;
  if (!plan) return <LoadingCard lines={4} />;
  return (
    <>
      <ShareFields shares={plan.shares} />
      {/[1-9]/.test(plan.credit.amount) && (
        <p>
          As suggested, <Money {...plan.credit} /> is left over and becomes credit.
        </p>
      )}
    </>
  );
}
