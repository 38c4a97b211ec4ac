import { StatementView } from "@quittance/shared/statements/StatementView.tsx";
import { useAsked } from "@quittance/shared/statements/useAsked.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { useMemo } from "react";
import { useQuery } from "urql";
import { useLivePayments } from "../app/live.ts";
import { useSwitch } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { StatementLineFragment } from "../gql/graphql.ts";
import { MailToMeButton } from "./MailToMeButton.tsx";

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

/** Rows lead only to pages that the organisation shows. */
function useLinked(): (line: StatementLineFragment) => StatementLineFragment {
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
  const [asked, go] = useAsked({ today, own, currencies });
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
  return (
    <StatementView
      asked={asked}
      onGo={go}
      today={today}
      currencies={currencies}
      statement={data?.viewer?.customer?.statement}
      pages={pages}
      shown={useLinked()}
      error={error}
      failure="Your statement could not be loaded."
      onRetry={() => ask({ requestPolicy: "network-only" })}
      printed={printed}
    >
      <MailToMeButton key={JSON.stringify(asked)} asked={asked} />
    </StatementView>
  );
}
