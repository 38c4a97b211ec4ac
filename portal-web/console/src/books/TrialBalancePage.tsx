import { Failure } from "@quittance/ui/Failure.tsx";
import { dayText } from "@quittance/ui/Day.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { DateRange, Filters } from "@quittance/ui/Filters.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMemo, type ReactNode } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "../gql";
import type { TrialBalanceQuery as Answer } from "../gql/graphql.ts";
import { accounts, ledgerHref } from "./accounts.ts";
import { CurrencyChoice } from "./CurrencyChoice.tsx";

const TrialBalanceQuery = graphql(`
  query TrialBalance($currency: CurrencyCode, $from: Date, $to: Date) {
    trialBalance(currency: $currency, from: $from, to: $to) {
      currency
      currencies
      to
      debit {
        amount
        currency
      }
      credit {
        amount
        currency
      }
      accounts {
        account
        opening {
          amount
          currency
        }
        debit {
          amount
          currency
        }
        credit {
          amount
          currency
        }
        closing {
          amount
          currency
        }
      }
    }
  }
`);

type TrialBalance = Answer["trialBalance"];
type AccountBalance = TrialBalance["accounts"][number];

/** What every account holds and what moved it; each figure leads to its transfers. */
export default function TrialBalancePage() {
  const [currency] = useFilter("currency");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  const context = useMemo(() => ({ additionalTypenames: ["Invoice", "Payment"] }), []);
  const [{ data, error }, ask] = useQuery({
    query: TrialBalanceQuery,
    variables: { ...(currency && { currency }), ...(from && { from }), ...(until && { to: until }) },
    context,
  });
  const balance = data?.trialBalance;
  return (
    <>
      <PageTitle
        title="Trial balance"
        note={
          balance && `In ${balance.currency}, through ${dayText(balance.to)}. Below zero is a credit balance.`
        }
        actions={balance && <CurrencyChoice value={balance.currency} currencies={balance.currencies} />}
      />
      <Filters>
        <DateRange label="Booked" />
      </Filters>
      {error && (
        <Failure
          what="The trial balance could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!balance && !error && <LoadingRows label="Loading the trial balance" columns={5} />}
      {balance && <Accounts balance={balance} from={from} />}
    </>
  );
}

/** The last row adds up what was debited and credited; balances of accounts have no sum worth telling. */
type Row = { key: string; name: ReactNode; account?: AccountBalance; debit: Amount; credit: Amount };

function Accounts({ balance, from }: { balance: TrialBalance; from: string }) {
  if (balance.accounts.length === 0)
    return (
      <EmptyState title="Nothing was booked up to this day">
        Posted invoices and payments will move the accounts.
      </EmptyState>
    );
  const { currency, to } = balance;
  const moved = (of: Row) => ledgerHref({ account: of.account?.account, currency, from, until: to });
  const rows: Row[] = [
    ...balance.accounts.map((account) => ({
      key: account.account,
      name: accounts[account.account],
      account,
      debit: account.debit,
      credit: account.credit,
    })),
    { key: "sum", name: <strong>Sum</strong>, debit: balance.debit, credit: balance.credit },
  ];
  return (
    <RowTable
      label="Accounts"
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { header: "Account", cell: (of) => (of.account ? <Link href={moved(of)}>{of.name}</Link> : of.name) },
        {
          header: "Opening",
          end: true,
          cell: ({ account }) => account && <Money {...account.opening} />,
        },
        { header: "Debit", end: true, cell: ({ debit }) => <Money {...debit} /> },
        { header: "Credit", end: true, cell: ({ credit }) => <Money {...credit} /> },
        {
          header: "Closing",
          end: true,
          card: "beside",
          cell: ({ account }) =>
            account && (
              <strong>
                <Link href={ledgerHref({ account: account.account, currency, until: to })}>
                  <Money {...account.closing} />
                </Link>
              </strong>
            ),
        },
      ]}
    />
  );
}
