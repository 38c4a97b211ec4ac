import { Button } from "@mantine/core";
import { Day, Moment, dayText } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { ProgressBar } from "@quittance/ui/ProgressBar.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLiveBillRun } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { graphql } from "../gql";
import type { BillRunPageQuery as Answer } from "../gql/graphql.ts";
import { ParkedCustomers } from "./ParkedCustomers.tsx";
import { Proposals } from "./Proposals.tsx";

const BillRunPageQuery = graphql(`
  query BillRunPage($id: ID!) {
    billRun(id: $id) {
      id
      kind
      status
      day
      startedBy
      startedAt
      finishedAt
      due
      done
      invoiceCount
      parkedCount
      totals {
        amount
        currency
      }
    }
  }
`);

type BillRun = NonNullable<Answer["billRun"]>;

/** One bill run: how far it is, what it made, and what it could not bill. */
export default function BillRunDetailsPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: BillRunPageQuery, variables: { id: params.id } });
  useLiveBillRun();
  if (isNotFound(error) || data?.billRun === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The bill run could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.billRun) return <LoadingThing label="Loading the bill run" />;
  return <Shown run={data.billRun} />;
}

function Shown({ run }: { run: BillRun }) {
  const dry = run.kind === "DRY";
  return (
    <ThingPage
      back={{ label: "Bill runs", href: "/bill-run" }}
      title={`${dry ? "Test run" : "Bill run"} of ${dayText(run.day)}`}
      status={<StatusBadge status={run.status} />}
      figure={<MoneyByCurrency amounts={run.totals} none="Nothing to bill" />}
      note={
        run.invoiceCount > 0 &&
        `${run.invoiceCount.toLocaleString()} invoices ${dry ? "would be posted" : "posted"}`
      }
      primary={
        !dry &&
        run.invoiceCount > 0 && (
          <Button component={Link} href={`/invoices?from=${run.day}&until=${run.day}`} variant="default">
            See the invoices of that day
          </Button>
        )
      }
      banner={
        run.status === "INTERRUPTED" && (
          <Notice quiet tone="attention" title="This run was interrupted.">
            Nothing is lost or doubled: the next run goes on where it stopped.
          </Notice>
        )
      }
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Bills all that is due by", value: <Day value={run.day} /> },
              { label: "Started by", value: run.startedBy },
              { label: "Started", value: <Moment value={run.startedAt} /> },
              { label: "Finished", value: run.finishedAt && <Moment value={run.finishedAt} /> },
              { label: "Parked in this run", value: run.parkedCount.toLocaleString() },
            ]}
          />
        </Section>
      }
    >
      <Section title="Progress">
        <ProgressBar
          label={run.status === "RUNNING" ? (dry ? "Testing" : "Posting") : "Done"}
          done={run.done}
          total={run.due}
          unit="subscriptions"
        />
      </Section>
      {run.parkedCount > 0 && <ParkedCustomers />}
      {dry && run.status === "COMPLETED" && <Proposals runId={run.id} />}
    </ThingPage>
  );
}
