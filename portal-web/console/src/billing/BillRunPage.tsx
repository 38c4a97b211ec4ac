import { Button } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useState, type ComponentProps } from "react";
import { useMutation } from "urql";
import { useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useLiveBillRun } from "../app/live.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { BillRunKind } from "../gql/graphql.ts";
import { ParkedCustomers } from "./ParkedCustomers.tsx";

const BillRunRow = graphql(`
  fragment BillRunRow on BillRun {
    id
    kind
    status
    day
    startedBy
    due
    done
    invoiceCount
    parkedCount
    totals {
      amount
      currency
    }
  }
`);

const BillRunsQuery = graphql(`
  query BillRuns($after: String) {
    billRuns(first: 20, after: $after) {
      edges {
        node {
          id
          ...BillRunRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const StartBillRun = graphql(`
  mutation StartBillRun($input: StartBillRunInput!) {
    startBillRun(input: $input) {
      __typename
      ... on BillRunStarted {
        billRun {
          id
        }
      }
      ... on BillRunUnderWay {
        message
        billRun {
          id
        }
      }
    }
  }
`);

type Row = { id: string } & FragmentType<typeof BillRunRow>;

const row = (of: Row) => getFragmentData(BillRunRow, of);

const columns: ComponentProps<typeof RowTable<Row>>["columns"] = [
  { header: "Day", cell: (of) => <Day value={row(of).day} /> },
  { header: "Kind", cell: (of) => (row(of).kind === "DRY" ? "Test" : "Posted") },
  { header: "Status", card: "beside", cell: (of) => <StatusBadge status={row(of).status} /> },
  { header: "Started by", card: "hidden", cell: (of) => row(of).startedBy },
  { header: "Parked", end: true, cell: (of) => row(of).parkedCount.toLocaleString() },
  { header: "Invoices", end: true, cell: (of) => row(of).invoiceCount.toLocaleString() },
  { header: "Total", end: true, cell: (of) => <MoneyByCurrency amounts={row(of).totals} /> },
];

/** Bill runs, what they could not bill, and the start of a new one. */
export default function BillRunPage() {
  useLiveBillRun();
  const pages = usePages({
    query: BillRunsQuery,
    variables: {},
    connection: (data) => data.billRuns,
    typenames: ["BillRun"],
  });
  const { start, starting, refusal, mayRun } = useStart();
  return (
    <>
      <PageTitle
        title="Bill run"
        note="Runs by itself every morning. Test it first to see what it would bill."
        actions={
          mayRun && (
            <>
              <Button variant="default" loading={starting === "DRY"} onClick={() => void start("DRY")}>
                Test run
              </Button>
              <Button loading={starting === "POST"} onClick={() => void start("POST")}>
                Post invoices
              </Button>
            </>
          )
        }
      />
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      <ParkedCustomers />
      <RowList
        things="bill runs"
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/bill-run/${id}`}
        empty={{
          title: "No bill run yet",
          children: "The first one makes the invoices of all subscriptions that are due.",
          ...(mayRun && { action: { label: "Start a test run", onSelect: () => void start("DRY") } }),
        }}
        filtered={false}
        unfilteredHref="/bill-run"
      />
    </>
  );
}

function useStart() {
  const mayRun = useMay("BILLING_RUN");
  const [, send] = useMutation(StartBillRun);
  const [starting, setStarting] = useState<BillRunKind>();
  const [refusal, setRefusal] = useState<string>();
  const [, navigate] = useLocation();
  const start = async (kind: BillRunKind) => {
    setStarting(kind);
    setRefusal(undefined);
    const { data, error } = await send({ input: { kind } });
    setStarting(undefined);
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "The run was not started. Try again.");
    switch (data.startBillRun.__typename) {
      case "BillRunStarted":
        return navigate(`/bill-run/${data.startBillRun.billRun.id}`);
      case "BillRunUnderWay":
        return navigate(`/bill-run/${data.startBillRun.billRun.id}`);
    }
  };
  return { start, starting, refusal, mayRun };
}
