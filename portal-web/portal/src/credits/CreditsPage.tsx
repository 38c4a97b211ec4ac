import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { useLivePayments } from "../app/live.ts";
import { PageLink } from "../app/PageLink.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { CreditsPageQuery as Answer, CreditSourceKind } from "../gql/graphql.ts";
import { AddFundsDialog } from "./AddFundsDialog.tsx";

const CreditsPageQuery = graphql(`
  query CreditsPage {
    viewer {
      id
      customer {
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
    paymentRules {
      topUpByContacts
    }
  }
`);

type Customer = NonNullable<NonNullable<Answer["viewer"]>["customer"]>;
type Credit = Customer["availableCredits"][number];

const kinds: Record<CreditSourceKind, string> = {
  CREDIT_NOTE: "Credit note",
  TOP_UP: "Funds added",
  OVERPAYMENT: "Left over of payment",
  OPENING_BALANCE: "From the former system",
};

const changing = { additionalTypenames: ["Invoice", "Payment", "CreditNote"] };

/** What the customer has to its credit and where it comes from. */
export default function CreditsPage() {
  const [{ data, error }, ask] = useQuery({ query: CreditsPageQuery, context: changing });
  const mayPay = useMay("CONTACT_BILLING");
  useLivePayments();
  if (error && !data)
    return (
      <Failure
        what="Your credit could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  return (
    <>
      <PageTitle title="Available credit" note="Used first when you pay." />
      {data?.viewer?.customer ? (
        <Credits customer={data.viewer.customer} mayAdd={mayPay && data.paymentRules.topUpByContacts} />
      ) : (
        <LoadingCard lines={6} />
      )}
    </>
  );
}

function Credits({ customer, mayAdd }: { customer: Customer; mayAdd: boolean }) {
  const [adding, setAdding] = useState(false);
  const shown = customer.availableCredits.filter(isSomething);
  return (
    <div style={{ display: "grid", gap: 16 }}>
      {mayAdd && (
        <div>
          <Button onClick={() => setAdding(true)}>Add funds</Button>
        </div>
      )}
      {shown.length === 0 && (
        <EmptyState title="No credit yet">
          Credit notes, overpayments and funds that you add stand here.
        </EmptyState>
      )}
      {shown.map((credit) => (
        <CreditCard key={credit.currency} credit={credit} />
      ))}
      {adding && <AddFundsDialog customer={customer} onClose={() => setAdding(false)} />}
    </div>
  );
}

function CreditCard({ credit: { currency, available, promised, refunding, sources } }: { credit: Credit }) {
  return (
    <Section title={`Credit in ${currency}`}>
      <Facts
        facts={[
          { label: "Available", value: <Money {...available} /> },
          { label: "About to be used by payments", value: isZero(promised) ? null : <Money {...promised} /> },
          { label: "On its way back to you", value: isZero(refunding) ? null : <Money {...refunding} /> },
        ]}
      />
      {sources.length > 0 && (
        <div style={{ marginTop: 16 }}>
          <RowTable
            bare
            label={`Where the credit in ${currency} comes from`}
            rows={sources}
            rowKey={({ document }) => document}
            columns={[
              { header: "From", cell: (source) => <Source {...source} /> },
              { header: "Day", cell: ({ on }) => <Day value={on} /> },
              { header: "At first", end: true, cell: ({ amount }) => <Money {...amount} /> },
              { header: "Left", end: true, card: "beside", cell: ({ left }) => <Money {...left} /> },
            ]}
          />
        </div>
      )}
    </Section>
  );
}

/** What raised the credit, with its page. */
function Source({ kind, number, document }: Credit["sources"][number]) {
  switch (kind) {
    case "CREDIT_NOTE":
      return (
        <PageLink by="CREDIT_NOTES" href={`/credit-notes/${document}`}>
          {`${kinds[kind]} ${number}`}
        </PageLink>
      );
    case "TOP_UP":
    case "OVERPAYMENT":
      return (
        <PageLink by="PAYMENTS" href={`/payments/${document}`}>
          {`${kinds[kind]} ${number}`}
        </PageLink>
      );
    case "OPENING_BALANCE":
      return <>{kinds[kind]}</>;
  }
}

function isSomething({ available, promised, refunding, sources }: Credit): boolean {
  return sources.length > 0 || ![available, promised, refunding].every(isZero);
}

function isZero({ amount }: { amount: string }): boolean {
  return !/[1-9]/.test(amount);
}
