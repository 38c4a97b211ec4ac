import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { CreditSourceKind, CustomerCreditQuery as Answer } from "../gql/graphql.ts";
import { AddFundsDialog } from "./AddFundsDialog.tsx";
import { ApplyCreditDialog } from "./ApplyCreditDialog.tsx";

const CustomerCreditQuery = graphql(`
  query CustomerCredit($id: ID!) {
    customer(id: $id) {
      id
      currency
      availableCredits {
        currency
        available {
          amount
          currency
        }
        promised {
          amount
          currency
        }
        refunding {
          amount
          currency
        }
        sources {
          kind
          document
          number
          on
          left {
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
  }
`);

type Credit = NonNullable<Answer["customer"]>["availableCredits"][number];

const kinds: Record<CreditSourceKind, string> = {
  CREDIT_NOTE: "Credit note",
  TOP_UP: "Funds added",
  OVERPAYMENT: "Left over of a payment",
  OPENING_BALANCE: "Taken over",
};

/** What a customer has to its credit, where it comes from, and what can be done with it. */
export function CustomerCredit({ customerId }: { customerId: string }) {
  const [{ data, error }, ask] = useQuery({ query: CustomerCreditQuery, variables: { id: customerId } });
  const [adding, setAdding] = useState(false);
  const mayAct = useMay("PAYMENT_WRITE");
  if (error && !data)
    return (
      <Failure
        what="The credit could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customer) return <LoadingCard lines={6} />;
  const { availableCredits, currency } = data.customer;
  const shown = availableCredits.filter(isSomething);
  return (
    <div style={{ display: "grid", gap: 16 }}>
      {mayAct && (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            Add funds
          </Button>
        </div>
      )}
      {shown.length === 0 && (
        <EmptyState title="No credit">
          Credit notes, funds that are added and what payments leave over stand here.
        </EmptyState>
      )}
      {shown.map((credit) => (
        <CreditCard key={credit.currency} customerId={customerId} credit={credit} mayAct={mayAct} />
      ))}
      {adding && (
        <AddFundsDialog customerId={customerId} currency={currency} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}

function CreditCard({ customerId, credit, mayAct }: { customerId: string; credit: Credit; mayAct: boolean }) {
  const [applying, setApplying] = useState(false);
  const spendable = /[1-9]/.test(credit.available.amount) && !credit.available.amount.startsWith("-");
  return (
    <Section
      title={`Available credit in ${credit.currency}`}
      action={
        mayAct &&
        spendable && (
          <Button size="compact-md" variant="default" onClick={() => setApplying(true)}>
            Apply credit
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { label: "Available", value: <Money {...credit.available} /> },
          { label: "About to be used by payments", value: <Money {...credit.promised} /> },
          { label: "On its way back to the customer", value: <Money {...credit.refunding} /> },
        ]}
      />
      {credit.sources.length > 0 && (
        <RowTable
          bare
          label={`Where the credit in ${credit.currency} comes from`}
          rows={credit.sources}
          rowKey={({ document }) => document}
          columns={[
            { header: "From", cell: ({ kind, number }) => `${kinds[kind]} ${number}` },
            { header: "Day", cell: ({ on }) => <Day value={on} /> },
            { header: "At first", end: true, cell: ({ amount }) => <Money {...amount} /> },
            { header: "Left", end: true, card: "beside", cell: ({ left }) => <Money {...left} /> },
          ]}
        />
      )}
      {applying && (
        <ApplyCreditDialog
          customerId={customerId}
          currency={credit.currency}
          onClose={() => setApplying(false)}
        />
      )}
    </Section>
  );
}

function isSomething({ available, promised, refunding, sources }: Credit): boolean {
  return sources.length > 0 || [available, promised, refunding].some(({ amount }) => /[1-9]/.test(amount));
}
