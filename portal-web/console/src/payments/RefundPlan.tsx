import { faultOf } from "@quittance/client/faultOf.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Facts } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { graphql } from "../gql";
import type { RefundCover } from "../gql/graphql.ts";

const PreviewRefund = graphql(`
  query PreviewRefund($input: PreviewRefundInput!) {
    previewRefund(input: $input) {
      refundable {
        amount
        currency
      }
      amount {
        amount
        currency
      }
      fromCredit {
        amount
        currency
      }
      creditNotes {
        invoice {
          id
          number
        }
        total {
          amount
          currency
        }
        tax {
          amount
          currency
        }
      }
      reopened {
        invoice {
          id
          number
        }
        amount {
          amount
          currency
        }
      }
    }
  }
`);

type Props = { paymentId: string; amount: Amount | undefined; cover: RefundCover };

/** What a refund would take from where, as the server computes it. */
export function RefundPlan({ paymentId, amount, cover }: Props) {
  const [typed] = useDebouncedValue(amount?.amount, 300);
  const asked = amount && typed !== undefined ? { amount: typed, currency: amount.currency } : undefined;
  const [{ data, error, fetching }] = useQuery({
    query: PreviewRefund,
    variables: { input: { paymentId, cover, ...(asked && { amount: asked }) } },
    requestPolicy: "network-only",
  });
  if (error) return <Notice tone="attention">{faultOf(error).reason}</Notice>;
  if (!data || fetching) return <LoadingCard lines={3} />;
  const plan = data.previewRefund;
  return (
    <Facts
      facts={[
        { label: "Refunded", value: <Money {...plan.amount} /> },
        { label: "At most", value: <Money {...plan.refundable} /> },
        { label: "Taken from available credit", value: <Money {...plan.fromCredit} /> },
        ...plan.creditNotes.map(({ invoice, total, tax }) => ({
          label: `Credit note on ${invoice.number ?? "an invoice"}`,
          value: (
            <>
              <Money {...total} />, of it <Money {...tax} /> tax
            </>
          ),
        })),
        ...plan.reopened.map(({ invoice, amount: again }) => ({
          label: `Owed again on ${invoice.number ?? "an invoice"}`,
          value: <Money {...again} />,
        })),
      ]}
    />
  );
}
