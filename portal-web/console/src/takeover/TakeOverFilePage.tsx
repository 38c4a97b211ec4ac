import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Day, Moment } from "@quittance/ui/Day.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { ProgressBar } from "@quittance/ui/ProgressBar.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLiveImport } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { graphql } from "../gql";
import type { TakeOverFilePageQuery as Answer } from "../gql/graphql.ts";
import { FigureTable } from "./FigureTable.tsx";
import { RunTakeOver } from "./RunTakeOver.tsx";
import { TakeOverFaults } from "./TakeOverFaults.tsx";
import { TakeOverMappingForm } from "./TakeOverMappingForm.tsx";
import { TotalsForm } from "./TotalsForm.tsx";
import { UndoTakeOver } from "./UndoTakeOver.tsx";
import { kindTexts, rowsText } from "./texts.ts";

const TakeOverFilePageQuery = graphql(`
  query TakeOverFilePage($id: ID!) {
    takeOver(id: $id) {
      id
      kind
      fileName
      status
      failure
      uploadedBy
      uploadedAt
      rowCount
      doneCount
      goodCount
      badCount
      importedCount
      runBy
      acknowledgement
      acknowledgedBy
      finishedAt
      undoneAt
      undoneBy
      undoReason
      mapping {
        asOf
      }
      figures {
        differs
        booked
      }
      ...FigureTable
      ...RunTakeOver
      ...TakeOverMappingForm
      ...TotalsForm
    }
  }
`);

type Shown = NonNullable<Answer["takeOver"]>;

/** One file from another billing system: mapping, dry run with its figures, the run, and the way back. */
export default function TakeOverFilePage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: TakeOverFilePageQuery, variables: { id: params.id } });
  useLiveImport();
  if (isNotFound(error) || data?.takeOver === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The take-over could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.takeOver) return <LoadingThing label="Loading the take-over" />;
  return <TakeOverFile of={data.takeOver} />;
}

function TakeOverFile({ of }: { of: Shown }) {
  const working = of.status === "CHECKING" || of.status === "RUNNING";
  const money = of.kind !== "NEXT_BILLING_DATES";
  const before = of.status === "UPLOADED" || of.status === "CHECKED";
  return (
    <ThingPage
      back={{ label: "Take-over", href: "/take-over" }}
      title={of.fileName}
      status={<StatusBadge status={of.status} />}
      note={kindTexts[of.kind]}
      primary={
        !of.undoneAt &&
        !working && (
          <>
            {of.importedCount > 0 && <UndoTakeOver id={of.id} />}
            {(of.status === "CHECKED" || (of.status === "FAILED" && of.goodCount > 0)) && (
              <RunTakeOver of={of} />
            )}
          </>
        )
      }
      banner={<Banner of={of} />}
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Rows", value: of.rowCount.toLocaleString() },
              { label: "Good rows", value: of.goodCount > 0 && of.goodCount.toLocaleString() },
              { label: "Bad rows", value: of.badCount > 0 && of.badCount.toLocaleString() },
              { label: "Taken over", value: of.importedCount > 0 && of.importedCount.toLocaleString() },
              { label: "As of", value: of.mapping.asOf ? <Day value={of.mapping.asOf} /> : false },
              { label: "Uploaded", value: <Moment value={of.uploadedAt} /> },
              { label: "By", value: of.uploadedBy },
              { label: "Run by", value: of.runBy ?? false },
              { label: "Finished", value: of.finishedAt ? <Moment value={of.finishedAt} /> : false },
              {
                label: "Difference acknowledged",
                value: of.acknowledgement ? `${of.acknowledgement} (${of.acknowledgedBy ?? ""})` : false,
              },
            ].filter(({ value }) => value !== false)}
          />
        </Section>
      }
    >
      {working && (
        <Section title={of.status === "CHECKING" ? "Checking every row" : "Taking over"}>
          <ProgressBar
            label={of.status === "CHECKING" ? "Checked" : "Taken over"}
            done={of.doneCount}
            total={of.rowCount}
            unit="rows"
          />
        </Section>
      )}
      {money && of.figures.length > 0 && <FigureTable of={of} />}
      {money && of.status === "CHECKED" && <TotalsForm of={of} />}
      {of.badCount > 0 && <TakeOverFaults id={of.id} badCount={of.badCount} />}
      {before && <TakeOverMappingForm of={of} />}
    </ThingPage>
  );
}

function Banner({ of }: { of: Shown }) {
  if (of.undoneAt)
    return (
      <Notice quiet tone="attention" title={`Taken back by ${of.undoneBy ?? "somebody"}.`}>
        {of.undoReason}
      </Notice>
    );
  switch (of.status) {
    case "FAILED":
      return (
        <Notice quiet tone="negative" title="The run has stopped.">
          {of.failure}
        </Notice>
      );
    case "COMPLETED":
      return of.figures.some(({ booked }) => booked === false) ? (
        <Notice quiet tone="negative" title="The ledger differs from the file.">
          Look at the figures below, and check the books.
        </Notice>
      ) : (
        <Notice
          quiet
          tone="positive"
          title={`${rowsText(of.importedCount)} ${of.importedCount === 1 ? "is" : "are"} taken over.`}
        >
          {of.kind === "NEXT_BILLING_DATES"
            ? "The bill run bills these subscriptions from that day on and never before."
            : "The ledger says the same as the file."}
        </Notice>
      );
    case "CHECKED":
      return of.badCount > 0 ? (
        <Notice
          quiet
          tone="attention"
          title={`${rowsText(of.badCount)} ${of.badCount === 1 ? "is" : "are"} bad.`}
        >
          Mend the file and upload it anew, change the mapping, or leave these rows out.
          {of.figures.some(({ differs }) => differs) && " What is good differs from the former system."}
        </Notice>
      ) : of.figures.some(({ differs }) => differs) ? (
        <Notice quiet tone="attention" title="The file and the former system differ.">
          Mend the file or the totals, or say why the difference is right when you take it over.
        </Notice>
      ) : (
        <Notice
          quiet
          tone="positive"
          title={
            of.goodCount === 1 ? "The row is good." : `All ${of.goodCount.toLocaleString()} rows are good.`
          }
        >
          Nothing has been changed yet.
        </Notice>
      );
    case "UPLOADED":
    case "CHECKING":
    case "RUNNING":
      return null;
  }
}
