import { Button } from "@mantine/core";
import { StatementView } from "@quittance/shared/statements/StatementView.tsx";
import { useAsked } from "@quittance/shared/statements/useAsked.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useFreshLinks } from "@quittance/client/useFreshLinks.ts";
import { usePages } from "@quittance/client/usePages.ts";
import IconMail from "@tabler/icons-react/icons/IconMail";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { useLivePayments } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { useBusinessDay } from "../books/businessDay.ts";
import { MailStatementDialog } from "./MailStatementDialog.tsx";
import { MonthlyChoice } from "./MonthlyChoice.tsx";

const CustomerStatementQuery = graphql(`
  query CustomerStatement($id: ID!) {
    customer(id: $id) {
      id
      name
      email
      invoiceRecipients
      currency
      balances {
        currency
      }
      ...MonthlyChoice
    }
  }
`);

const StatementQuery = graphql(`
  query Statement($id: ID!, $from: Date, $to: Date, $currency: CurrencyCode) {
    customer(id: $id) {
      id
      statement(from: $from, to: $to, currency: $currency) {
        ...StatementFigures
      }
    }
  }
`);

const StatementRowsQuery = graphql(`
  query StatementRows($id: ID!, $from: Date, $to: Date, $currency: CurrencyCode, $after: String) {
    customer(id: $id) {
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
`);

/** What was billed to a customer and paid over some days, with the total owed. */
export function CustomerStatement({ customerId }: { customerId: string }) {
  const [{ data, error }, ask] = useQuery({
    query: CustomerStatementQuery,
    variables: { id: customerId },
  });
  const today = useBusinessDay();
  const customer = data?.customer;
  if (error && !data)
    return (
      <Failure
        what="The statement could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!customer || !today) return <LoadingCard lines={8} />;
  return (
    <>
      <Statement
        id={customer.id}
        today={today}
        own={customer.currency}
        currencies={customer.balances.map(({ currency }) => currency)}
        recipients={[...(customer.email ? [customer.email] : []), ...customer.invoiceRecipients]}
      />
      <MonthlyChoice customer={customer} />
    </>
  );
}

const changing = { additionalTypenames: ["Invoice", "Payment", "CreditNote"] };

type Props = {
  id: string;
  today: string;
  own: string;
  currencies: readonly string[];
  recipients: readonly string[];
};

function Statement({ id, today, own, currencies, recipients }: Props) {
  const [asked, go] = useAsked({ today, own, currencies }, { tab: "statement" });
  const [mailing, setMailing] = useState(false);
  const mayMail = useMay("INVOICE_WRITE");
  const { from, to, currency } = asked;
  const variables = useMemo(() => ({ id, from, to, currency }), [id, from, to, currency]);
  const [{ data, error }, ask] = useQuery({ query: StatementQuery, variables, context: changing });
  useLivePayments();
  useFreshLinks(ask);
  const pages = usePages({
    query: StatementRowsQuery,
    variables,
    connection: (answer) => answer.customer?.statement.rows,
    typenames: changing.additionalTypenames,
  });
  return (
    <>
      <StatementView
        asked={asked}
        onGo={go}
        today={today}
        currencies={currencies}
        statement={data?.customer?.statement}
        pages={pages}
        error={error}
        failure="The statement could not be loaded."
        onRetry={() => ask({ requestPolicy: "network-only" })}
      >
        {mayMail && (
          <Button
            variant="default"
            leftSection={<IconMail size={18} aria-hidden />}
            onClick={() => setMailing(true)}
          >
            Email statement
          </Button>
        )}
      </StatementView>
      {mailing && (
        <MailStatementDialog
          customerId={id}
          asked={asked}
          recipients={recipients}
          onClose={() => setMailing(false)}
        />
      )}
    </>
  );
}
