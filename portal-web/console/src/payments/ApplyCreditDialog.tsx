import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { Form } from "@quittance/ui/Form.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import { enteredShares, ShareFields } from "./ShareFields.tsx";

const PreviewSpending = graphql(`
  query PreviewSpending($input: PreviewCreditInput!) {
    previewCredit(input: $input) {
      available {
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

const ApplyCredit = graphql(`
  mutation ApplyCredit($input: ApplyCreditInput!) {
    applyCredit(input: $input) {
      __typename
      ... on CreditApplied {
        invoices {
          id
          status
          payments {
            payment {
              id
            }
          }
        }
      }
      ... on MoreThanDue {
        message
      }
      ... on MoreThanAvailable {
        message
      }
      ... on InvoiceOfAnother {
        message
      }
      ... on InvoiceOfOtherCurrency {
        message
      }
      ... on NothingDue {
        message
      }
      ... on PaymentInProgress {
        message
      }
      ... on KeyReused {
        message
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
  customerId: string;
  currency: string;
  /** Only what this payment left over. */
  paymentId?: string;
  onClose: () => void;
};

/** Lets account credit pay invoices: the oldest due first, or as staff spreads it. */
export function ApplyCreditDialog({ customerId, currency, paymentId, onClose }: Props) {
  const of = { customerId, currency, ...(paymentId && { paymentId }) };
  const [{ data, error }, ask] = useQuery({
    query: PreviewSpending,
    variables: { input: of },
    requestPolicy: "network-only",
  });
  const [, apply] = useMutation(ApplyCredit);
  const [key, setKey] = useState(newKey);
  const [refused, setRefused] = useState<{ faults?: readonly FieldFault[]; refusal?: string }>({});
  const plan = data?.previewCredit;
  return (
    <Dialog opened onClose={onClose} title="Apply credit">
      {error && !data && (
        <Failure
          what="The open invoices could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!plan && !error && <LoadingCard lines={4} />}
      {plan && (
        <Form
          submit="Apply credit"
          {...(refused.faults && { faults: refused.faults })}
          refusal={refused.refusal}
          onSubmit={async (values) => {
            setRefused({});
            const answered = await apply(
              { input: { ...of, shares: enteredShares(values, plan.shares), idempotencyKey: key } },
              { additionalTypenames: ["Customer", "Payment", "Invoice", "Outstanding"] },
            );
            if (!answered.data)
              return setRefused({
                refusal: (answered.error && faultOf(answered.error).reason) ?? "No answer came. Try again.",
              });
            setKey(newKey());
            const answer = answered.data.applyCredit;
            switch (answer.__typename) {
              case "CreditApplied":
                return onClose();
              case "MoreThanDue":
              case "MoreThanAvailable":
              case "InvoiceOfAnother":
              case "InvoiceOfOtherCurrency":
              case "NothingDue":
              case "PaymentInProgress":
              case "KeyReused":
                return setRefused({ refusal: answer.message });
              case "InvalidInput":
                return setRefused({ faults: answer.fields });
            }
          }}
        >
          <p>
            <Money {...plan.available} /> is available. The invoice that is due first is paid first.
          </p>
          {plan.shares.length === 0 ? <p>There is no open invoice.</p> : <ShareFields shares={plan.shares} />}
        </Form>
      )}
    </Dialog>
  );
}
