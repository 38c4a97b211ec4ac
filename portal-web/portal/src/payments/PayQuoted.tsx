import { Button } from "@mantine/core";
import { DialogActions } from "@quittance/ui/Dialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { Bone } from "@quittance/ui/Loading.tsx";
import { isZero, type Amount } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql, type FragmentType } from "../gql";
import type { Outcome, Refused } from "./outcome.ts";
import { PayForm } from "./PayForm.tsx";
import { PartAmount } from "./PartAmount.tsx";
import type { PaymentQuoteFields } from "./PaymentQuote.tsx";
import styles from "./PaymentQuote.module.css";

const PayDialogQuery = graphql(`
  query PayDialog($input: PreviewPaymentInput!) {
    previewPayment(input: $input) {
      due {
        amount
        currency
      }
      ...PaymentQuote
    }
    paymentRules {
      partialByContacts
    }
    viewer {
      id
      customer {
        id
        paymentMethods {
          ...MethodChoice
        }
        paymentOptions {
          ...CardChoice
        }
      }
    }
  }
`);

type Props = {
  invoiceIds: readonly string[];
  /** What came with a refusal, newer than what was asked for first. */
  fresh: FragmentType<typeof PaymentQuoteFields> | undefined;
  /** How much is to be paid, where it is not all. */
  part: Amount | undefined;
  onPart: (part: Amount | undefined) => void;
  card: string | undefined;
  onCard: (token: string) => void;
  refused: Refused | undefined;
  onOutcome: (outcome: Outcome) => void;
  onCancel: () => void;
};

/** Asks what paying these invoices will take, and offers to. */
export function PayQuoted({ invoiceIds, fresh, part, onPart, refused, onCancel, ...form }: Props) {
  const [whole, setWhole] = useState<Amount>();
  const [{ data, error, fetching }, ask] = useQuery({
    query: PayDialogQuery,
    variables: { input: { invoiceIds: [...invoiceIds], ...(part && { amount: part }) } },
    requestPolicy: "network-only",
    pause: invoiceIds.length === 0,
  });
  if (invoiceIds.length === 0) return <NothingAsked refused={refused} onClose={onCancel} />;
  const due = data?.previewPayment.due;
  // An amount that is refused leaves no quote; what is due is known from before.
  if (due && data.paymentRules.partialByContacts && due.amount !== whole?.amount) setWhole(due);
  const fault = error && !data && !fetching ? faultOf(error) : undefined;
  return (
    <>
      {whole && !isZero(whole) && (
        <PartAmount due={whole} part={part} fault={part && fault?.reason} onPart={onPart} />
      )}
      {fault && !(whole && part && fault.reason) && (
        <Failure
          what="What there is to pay could not be computed."
          fault={fault}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!fault && (fetching || !data) && <Loading />}
      {data && !fetching && (
        <PayForm
          {...form}
          key={part?.amount ?? ""}
          invoiceIds={invoiceIds}
          part={part}
          quote={fresh ?? data.previewPayment}
          methods={data.viewer?.customer?.paymentMethods ?? []}
          options={data.viewer?.customer?.paymentOptions ?? []}
          refused={refused}
          onCancel={onCancel}
        />
      )}
    </>
  );
}

/** A payment that was gone on with, and refused. */
function NothingAsked({ refused, onClose }: { refused: Refused | undefined; onClose: () => void }) {
  return (
    <div className={styles.stack}>
      {refused && <Notice tone="negative">{refused.message}</Notice>}
      <DialogActions>
        <Button component={Link} href="/invoices?status=outstanding" variant="default" onClick={onClose}>
          See outstanding invoices
        </Button>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </div>
  );
}

/** In the shape of what comes: the invoice, the sum, the cards, the buttons. */
function Loading() {
  return (
    <div className={styles.stack} role="status" aria-label="Computing what is to be paid">
      <Bone />
      <Bone height={24} />
      <Bone width="40%" />
      {[0, 1, 2].map((row) => (
        <Bone key={row} height={56} />
      ))}
      <Bone height={36} />
    </div>
  );
}
