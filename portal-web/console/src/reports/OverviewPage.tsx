import { SegmentedControl } from "@mantine/core";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard, LoadingFigures } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { lazy, Suspense } from "react";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useLiveDisputes, useLiveInvoices, useLivePayments } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { OverviewPageQuery as Answer } from "../gql/graphql.ts";
import { Figures } from "./Figures.tsx";
import { GetStarted } from "./GetStarted.tsx";
import { NeedsPerson } from "./NeedsPerson.tsx";
import styles from "./Overview.module.css";
import { sinceTheFirst } from "./sinceTheFirst.ts";

const BarChart = lazy(() =>
  import("@quittance/ui/BarChart.tsx").then(({ BarChart }) => ({ default: BarChart })),
);

const OverviewPageQuery = graphql(`
  query OverviewPage($currency: CurrencyCode) {
    overview(currency: $currency) {
      currency
      currencies
      activeCustomers
      months {
        month
        billed {
          amount
        }
        collected {
          amount
        }
      }
      ...Figures
      ...NeedsPerson
    }
  }
`);

type Overview = Answer["overview"];

/** How the business stands: what is billed and collected, what is open, and what needs a person. */
export default function OverviewPage() {
  if (useMay("REPORT_READ")) return <Asked />;
  return (
    <>
      <PageTitle title="Overview" />
      <p>Figures over all customers are not part of your role. Choose a page from the menu.</p>
    </>
  );
}

function Asked() {
  const [currency] = useFilter("currency");
  const [{ data, error }, ask] = useQuery({
    query: OverviewPageQuery,
    variables: currency ? { currency } : {},
  });
  useLiveInvoices();
  useLivePayments();
  useLiveDisputes();
  if (error && !data)
    return (
      <Failure
        what="The overview could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data) return <LoadingFigures label="Loading the overview" cards={5} />;
  return <Shown overview={data.overview} />;
}

function Shown({ overview }: { overview: Overview }) {
  const { currency, currencies, months, activeCustomers } = overview;
  const [, setCurrency] = useFilter("currency");
  return (
    <>
      <PageTitle
        title="Overview"
        actions={
          currencies.length > 1 && (
            <SegmentedControl
              aria-label="Currency"
              value={currency}
              data={[...currencies]}
              onChange={(chosen) => setCurrency(chosen)}
            />
          )
        }
      />
      <div className={styles.overview}>
        {activeCustomers === 0 && <GetStarted />}
        <Figures overview={overview} />
        <Suspense fallback={<LoadingCard lines={6} />}>
          <BarChart
            title="Billed and collected by month"
            currency={currency}
            series={["Billed", "Collected"]}
            months={sinceTheFirst(months).map(({ month, billed, collected }) => ({
              month: month.slice(0, 7),
              values: [billed.amount, collected.amount],
            }))}
          />
        </Suspense>
        <NeedsPerson overview={overview} />
      </div>
    </>
  );
}
