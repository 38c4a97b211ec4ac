import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatementPeriod, type Asked } from "@quittance/ui/StatementPeriod.tsx";
import { StatementSheet } from "@quittance/ui/StatementSheet.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { useMemo } from "react";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { useLivePayments } from "../app/live.ts";
import { useSwitch } from "../app/viewer.ts";
import { getFragmentData, graphql } from "../gql";
import type { StatementLineFragment } from "../gql/graphql.ts";
import { MailToMeButton } from "./MailToMeButton.tsx";
import { StatementFigures, StatementLine } from "./statementFragments.ts";

const StatementsPageQuery = graphql(`
  query StatementsPage {
    viewer {
      id
      customer {
        id
        name
        currency
        today
        balances {
          currency
        }
      }
    }
    organization {
      name
    }
  }
`);

const StatementQuery = graphql(`
  query Statement($from: Date, $to: Date, $currency: CurrencyCode) {
    viewer {
      id
      customer {
        id
        statement(from: $from, to: $to, currency: $currency) {
          ...StatementFigures
        }
      }
    }
  }
`);

const StatementRowsQuery = graphql(`
  query StatementRows($from: Date, $to: Date, $currency: CurrencyCode, $after: String) {
    viewer {
      id
      customer {
        id
        statement(from: $from, to: $to, currency: $currency) {
          rows(first: 50, after: $after) {
            edges {
              node {
                ...StatementLine
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
    }
  }
`);

/** What was billed and paid over some days, with the total owed. */
export default function StatementsPage() {
  const [{ data, error }, ask] = useQuery({ query: StatementsPageQuery });
  const customer = data?.viewer?.customer;
  return (
    <>
      <PageTitle
        title="Statements"
        note="Every invoice, credit note and payment of some days, and the total owed."
      />
      {error && !data && (
        <Failure
          what="Your statement could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={8} />}
      {customer && (
        <Statement
          today={customer.today}
          printed={`${customer.name}, account with ${data.organization.name}`}
          own={customer.currency}
          currencies={customer.balances.map(({ currency }) => currency)}
        />
      )}
    </>
  );
}

/** What stands in the URL; what is missing is this month so far. */
function useAsked(today: string, currency: string): [Asked, (asked: Asked) => void] {
  const [params, setParams] = useSearchParams();
  const to = params.get("to") ?? today;
  const asked = {
    from: params.get("from") ?? `${to.slice(0, 7)}-01`,
    to,
    currency: params.get("currency") ?? currency,
  };
  return [asked, (next) => setParams({ ...next })];
}

type Line = StatementLineFragment;

/** Rows lead only to pages that the organisation shows. */
function useLinked(): (line: Line) => Line {
  const invoices = useSwitch("INVOICES");
  const creditNotes = useSwitch("CREDIT_NOTES");
  const payments = useSwitch("PAYMENTS");
  return (line) => ({
    ...line,
    invoiceId: invoices ? line.invoiceId : null,
    creditNoteId: creditNotes ? line.creditNoteId : null,
    paymentId: payments ? line.paymentId : null,
  });
}

const changing = { additionalTypenames: ["Invoice", "Payment", "CreditNote"] };

type Props = { today: string; own: string; currencies: readonly string[]; printed: string };

function Statement({ today, own, currencies, printed }: Props) {
  const first = currencies.includes(own) ? own : (currencies[0] ?? own);
  const [asked, go] = useAsked(today, first);
  const { from, to, currency } = asked;
  const variables = useMemo(() => ({ from, to, currency }), [from, to, currency]);
  const [{ data, error }, ask] = useQuery({ query: StatementQuery, variables, context: changing });
  useLivePayments();
  useFreshLinks(ask);
  const pages = usePages({
    query: StatementRowsQuery,
    variables,
    connection: (answer) => answer.viewer?.customer?.statement.rows,
    typenames: changing.additionalTypenames,
  });
  const linked = useLinked();
  const fault = error && faultOf(error);
  const refused = fault?.reason !== undefined && /^(from|to): /.test(fault.reason);
  const statement = error ? undefined : data?.viewer?.customer?.statement;
  return (
    <>
      <StatementPeriod
        key={JSON.stringify(asked)}
        shown={asked}
        today={today}
        currencies={currencies}
        refusal={fault?.reason}
        onGo={go}
      />
      {fault && !refused && (
        <Failure
          what="Your statement could not be loaded."
          fault={fault}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!statement && !error && <LoadingCard lines={8} />}
      {statement && (
        <StatementSheet
          statement={getFragmentData(StatementFigures, statement)}
          printed={printed}
          pages={{
            ...pages,
            rows: pages.rows?.map((row) => linked(getFragmentData(StatementLine, row))),
          }}
        >
          <MailToMeButton key={JSON.stringify(asked)} asked={asked} />
        </StatementSheet>
      )}
    </>
  );
}
