import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Moment } from "@quittance/ui/Day.tsx";
import { MoneyByCurrency } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { ProgressBar } from "@quittance/ui/ProgressBar.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLiveImport } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { graphql } from "../gql";
import type { ImportPageQuery as Answer } from "../gql/graphql.ts";
import { ImportFaults } from "./ImportFaults.tsx";
import { MappingForm } from "./MappingForm.tsx";
import { RunImport } from "./RunImport.tsx";

const ImportPageQuery = graphql(`
  query ImportPage($id: ID!) {
    customerImport(id: $id) {
      id
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
      totals {
        amount
        currency
      }
      ...MappingForm
      ...RunImport
    }
  }
`);

type Import = NonNullable<Answer["customerImport"]>;

/** One file on its way: mapping, check with every bad row, then the import itself. */
export default function ImportPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: ImportPageQuery, variables: { id: params.id } });
  useLiveImport();
  if (isNotFound(error) || data?.customerImport === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The import could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customerImport) return <LoadingThing label="Loading the import" />;
  return <Shown of={data.customerImport} />;
}

function Shown({ of }: { of: Import }) {
  const working = of.status === "CHECKING" || of.status === "RUNNING";
  return (
    <ThingPage
      back={{ label: "Imports", href: "/import" }}
      title={of.fileName}
      status={<StatusBadge status={of.status} />}
      primary={of.status === "CHECKED" && <RunImport of={of} />}
      banner={<Banner of={of} />}
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Rows", value: of.rowCount.toLocaleString() },
              { label: "Good rows", value: of.goodCount > 0 && of.goodCount.toLocaleString() },
              { label: "Bad rows", value: of.badCount > 0 && of.badCount.toLocaleString() },
              { label: "Customers made", value: of.importedCount > 0 && of.importedCount.toLocaleString() },
              {
                label: "Recurring total of the good rows",
                value: of.totals.length > 0 && <MoneyByCurrency amounts={of.totals} />,
              },
              { label: "Uploaded", value: <Moment value={of.uploadedAt} /> },
              { label: "By", value: of.uploadedBy },
            ].filter(({ value }) => value !== false)}
          />
        </Section>
      }
    >
      {working && (
        <Section title={of.status === "CHECKING" ? "Checking every row" : "Making customers"}>
          <ProgressBar
            label={of.status === "CHECKING" ? "Checked" : "Made"}
            done={of.doneCount}
            total={of.rowCount}
            unit="rows"
          />
        </Section>
      )}
      {of.badCount > 0 && <ImportFaults importId={of.id} badCount={of.badCount} />}
      {(of.status === "UPLOADED" || of.status === "CHECKED") && <MappingForm of={of} />}
    </ThingPage>
  );
}

function Banner({ of: { status, failure, badCount, goodCount, importedCount } }: { of: Import }) {
  switch (status) {
    case "FAILED":
      return (
        <Notice quiet tone="negative" title="This file can't be imported.">
          {failure}
        </Notice>
      );
    case "COMPLETED":
      return (
        <Notice
          quiet
          tone="positive"
          title={`${importedCount.toLocaleString()} customers are made.`}
          action={<Link href="/bill-run">Bill them now</Link>}
        >
          Nothing is billed yet: the next bill run makes their first invoices.
        </Notice>
      );
    case "CHECKED":
      return badCount === 0 ? (
        <Notice quiet tone="positive" title={`All ${goodCount.toLocaleString()} rows are good.`}>
          Nothing has been changed yet.
        </Notice>
      ) : (
        <Notice quiet tone="attention" title={`${badCount.toLocaleString()} rows are bad.`}>
          Mend the file and upload it anew, change the mapping, or leave these rows out.
        </Notice>
      );
    case "UPLOADED":
    case "CHECKING":
    case "RUNNING":
      return null;
  }
}
