import { NativeSelect } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { DateRange, Filters } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { Column } from "@quittance/ui/RowTable.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { useQuery } from "urql";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { Account, LedgerRowFragment, SourceKind } from "../gql/graphql.ts";
import { accounts, bookings, ledgerHref, pageOf, sourceKinds } from "./accounts.ts";
import { CurrencyChoice } from "./CurrencyChoice.tsx";

const LedgerRow = graphql(`
  fragment LedgerRow on LedgerTransfer {
    id
    bookedOn
    booking
    debit
    credit
    amount {
      amount
      currency
    }
    customer {
      id
      name
    }
    document {
      kind
      id
      number
    }
    balance {
      amount
      currency
    }
  }
`);

const LedgerQuery = graphql(`
  query Ledger($filter: TransferFilter!, $after: String) {
    ledgerTransfers(filter: $filter, first: 50, after: $after) {
      edges {
        node {
          id
          ...LedgerRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const LedgerCurrencies = graphql(`
  query LedgerCurrencies($currency: CurrencyCode) {
    trialBalance(currency: $currency) {
      currency
      currencies
    }
  }
`);

/** Every transfer of an account, oldest first, with the running balance. */
export default function AccountLedgerPage() {
  const [asked] = useFilter("currency");
  const [{ data }] = useQuery({ query: LedgerCurrencies, variables: asked ? { currency: asked } : {} });
  const books = data?.trialBalance;
  return (
    <>
      <PageTitle
        title="Account ledger"
        note="Oldest first. Below zero is a credit balance."
        actions={books && <CurrencyChoice value={books.currency} currencies={books.currencies} />}
      />
      <Filters>
        <Choice name="account" label="Account" all="All accounts" choices={accounts} />
        <Choice name="document" label="Documents" all="All documents" choices={sourceKinds} />
        <DateRange label="Booked" />
      </Filters>
      {books ? (
        <Transfers currency={books.currency} />
      ) : (
        <LoadingRows label="Loading transfers" columns={6} />
      )}
    </>
  );
}

type ChoiceProps = { name: string; label: string; all: string; choices: Record<string, string> };

function Choice({ name, label, all, choices }: ChoiceProps) {
  const [value, choose] = useFilter(name);
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        { value: "", label: all },
        ...Object.entries(choices).map(([code, word]) => ({ value: code, label: word })),
      ]}
    />
  );
}

function Transfers({ currency }: { currency: string }) {
  const [account] = useFilter("account");
  const [document] = useFilter("document");
  const [customer] = useFilter("customer");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  const pages = usePages({
    query: LedgerQuery,
    variables: {
      filter: {
        currency,
        ...(account in accounts && { account: account as Account }),
        ...(document in sourceKinds && { sourceKind: document as SourceKind }),
        ...(customer && { customerId: customer }),
        ...(from && { from }),
        ...(until && { to: until }),
      },
    },
    connection: (data) => data.ledgerTransfers,
    typenames: ["LedgerTransfer", "Invoice", "Payment"],
  });
  return (
    <RowList
      things="transfers"
      pages={pages}
      columns={columns(account, document === "")}
      rowKey={({ id }) => id}
      empty={{ title: "Nothing was booked yet", children: "Posted invoices and payments will stand here." }}
      filtered={[account, document, customer, from, until].some((value) => value !== "")}
      unfilteredHref={ledgerHref({ currency })}
    />
  );
}

type Row = { id: string } & FragmentType<typeof LedgerRow>;

const row = (of: Row) => getFragmentData(LedgerRow, of);

const shared: readonly [Column<Row>, ...Column<Row>[]] = [
  { header: "Booked on", cell: (of) => <Day value={row(of).bookedOn} /> },
  { header: "Booking", cell: (of) => bookings[row(of).booking] },
  { header: "Document", cell: (of) => <DocumentLink of={row(of)} /> },
  {
    header: "Customer",
    cell: (of) => <Link href={`/customers/${row(of).customer.id}`}>{row(of).customer.name}</Link>,
  },
];

/** Of one account its two sides and the balance; of all of them where from and where to. */
function columns(account: string, whole: boolean): readonly [Column<Row>, ...Column<Row>[]] {
  const side = (header: string, on: (of: LedgerRowFragment) => boolean): Column<Row> => ({
    header,
    end: true,
    cell: (of) => (on(row(of)) ? <Money {...row(of).amount} /> : ""),
  });
  if (account in accounts)
    return [
      ...shared,
      side("Debit", ({ debit }) => debit === account),
      side("Credit", ({ credit }) => credit === account),
      ...(whole ? [balance] : []),
    ];
  return [
    ...shared,
    { header: "Debit", cell: (of) => accounts[row(of).debit] },
    { header: "Credit", cell: (of) => accounts[row(of).credit] },
    { header: "Amount", end: true, card: "beside", cell: (of) => <Money {...row(of).amount} /> },
  ];
}

const balance: Column<Row> = {
  header: "Balance",
  end: true,
  card: "beside",
  cell: (of) => {
    const after = row(of).balance;
    return after && <Money {...after} />;
  },
};

function DocumentLink({ of: { document } }: { of: LedgerRowFragment }) {
  if (!document) return "—";
  const page = pageOf(document.kind, document.id);
  const name = document.number ?? "Without number";
  return page ? <Link href={page}>{name}</Link> : name;
}
