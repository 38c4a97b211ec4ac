import { Failure } from "@quittance/ui/Failure.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { DateRange, Filters } from "@quittance/ui/Filters.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { Money, moneyText } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { countryName } from "@quittance/ui/countries.ts";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "../gql";
import type { TaxReportQuery as Answer } from "../gql/graphql.ts";
import { treatments } from "../organization/treatments.ts";
import { ledgerHref } from "./accounts.ts";
import { CurrencyChoice } from "./CurrencyChoice.tsx";
import { useBusinessDay } from "./businessDay.ts";

const TaxReportQuery = graphql(`
  query TaxReport($currency: CurrencyCode, $from: Date!, $to: Date!) {
    taxReport(currency: $currency, from: $from, to: $to) {
      currency
      currencies
      from
      to
      tax {
        amount
        currency
      }
      ledgerTax {
        amount
        currency
      }
      rows {
        country
        region
        label
        percent
        treatment
        base {
          amount
          currency
        }
        billedTax {
          amount
          currency
        }
        creditedTax {
          amount
          currency
        }
        tax {
          amount
          currency
        }
      }
    }
  }
`);

type TaxReport = Answer["taxReport"];

/** Tax by where the buyers are and by rate, beside what the ledger says. */
export default function TaxReportPage() {
  const today = useBusinessDay();
  return today ? <Asked today={today} /> : <LoadingRows label="Loading the tax report" columns={6} />;
}

function Asked({ today }: { today: string }) {
  const [currency] = useFilter("currency");
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  const [{ data, error }, ask] = useQuery({
    query: TaxReportQuery,
    variables: {
      ...(currency && { currency }),
      from: from || `${today.slice(0, 4)}-01-01`,
      to: until || today,
    },
  });
  const report = data?.taxReport;
  return (
    <>
      <PageTitle
        title="Tax report"
        note="Documents count on their issue date; this year, unless you choose other days."
        actions={report && <CurrencyChoice value={report.currency} currencies={report.currencies} />}
      />
      <Filters>
        <DateRange label="Issued" />
      </Filters>
      {error && (
        <Failure
          what="The tax report could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!report && !error && <LoadingRows label="Loading the tax report" columns={6} />}
      {report && <Shown report={report} />}
    </>
  );
}

function Shown({ report }: { report: TaxReport }) {
  const { rows, tax, ledgerTax, currency, from, to } = report;
  if (rows.length === 0)
    return <EmptyState title="No documents were issued on these days">Choose other days.</EmptyState>;
  const agrees = tax.amount === ledgerTax.amount;
  return (
    <div style={{ display: "grid", gap: "var(--gap)" }}>
      <Notice quiet tone={agrees ? "positive" : "negative"}>
        {agrees
          ? `${moneyText(tax)} of tax, and the ledger says the same. `
          : `The documents say ${moneyText(tax)}, but the ledger ${moneyText(ledgerTax)}. Check the books. `}
        <Link href={ledgerHref({ account: "TAX_PAYABLE", currency, from, until: to })}>
          See its transfers
        </Link>
      </Notice>
      <RowTable
        label="Tax by place and rate"
        rows={rows}
        rowKey={(of) => [of.country, of.region, of.label, of.percent, of.treatment].join()}
        columns={[
          {
            header: "Buyers in",
            cell: ({ country, region }) =>
              [country ? countryName(country) : "Not known", region].filter(Boolean).join(", "),
          },
          { header: "Rate", cell: ({ label }) => label ?? "Not taxed" },
          { header: "Treatment", cell: ({ treatment }) => (treatment ? treatments[treatment] : "—") },
          { header: "Net", end: true, cell: ({ base }) => <Money {...base} /> },
          { header: "Tax billed", end: true, cell: ({ billedTax }) => <Money {...billedTax} /> },
          { header: "Tax credited", end: true, cell: ({ creditedTax }) => <Money {...creditedTax} /> },
          { header: "Tax", end: true, card: "beside", cell: (of) => <Money {...of.tax} /> },
        ]}
      />
    </div>
  );
}
