import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { Moment } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { Link } from "wouter";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { graphql } from "../gql";
import type { BankFilePageQuery as Answer } from "../gql/graphql.ts";
import { BankFileActions } from "./BankFileActions.tsx";
import { BankMappingForm } from "./BankMappingForm.tsx";
import { useCheck } from "./useCheck.ts";

const BankFilePageQuery = graphql(`
  query BankFilePage($id: ID!) {
    bankFile(id: $id) {
      id
      fileName
      format
      status
      uploadedBy
      uploadedAt
      goodCount
      badCount
      knownCount
      pendingCount
      importedCount
      faults {
        line
        field
        reason
      }
      ...BankMappingForm
      ...BankFileActions
    }
  }
`);

type BankFile = NonNullable<Answer["bankFile"]>;

/** A file of the bank before its entries are taken in: what the columns mean, and what is wrong. */
export default function BankFilePage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: BankFilePageQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.bankFile === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The file could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.bankFile) return <LoadingThing label="Loading the file" />;
  return <Shown of={data.bankFile} />;
}

function Shown({ of }: { of: BankFile }) {
  return (
    <ThingPage
      back={{ label: "Bank statements", href: "/bank-statements" }}
      title={of.fileName}
      status={<StatusBadge status={of.status} />}
      primary={of.status !== "IMPORTED" && <BankFileActions of={of} />}
      banner={<Banner of={of} />}
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Format", value: of.format === "CAMT" ? "camt.053" : "CSV" },
              { label: "Good entries", value: of.goodCount > 0 && of.goodCount.toLocaleString() },
              { label: "Here already, or twice", value: of.knownCount > 0 && of.knownCount.toLocaleString() },
              {
                label: "Not booked by the bank yet",
                value: of.pendingCount > 0 && of.pendingCount.toLocaleString(),
              },
              { label: "Faults", value: of.badCount > 0 && of.badCount.toLocaleString() },
              { label: "Taken in", value: of.importedCount > 0 && of.importedCount.toLocaleString() },
              { label: "Uploaded", value: <Moment value={of.uploadedAt} /> },
              { label: "By", value: of.uploadedBy },
            ].filter(({ value }) => value !== false)}
          />
        </Section>
      }
    >
      {of.faults.length > 0 && <FaultList of={of} />}
      {of.status !== "IMPORTED" && of.format === "CSV" && <BankMappingForm of={of} />}
      {of.status === "UPLOADED" && of.format === "CAMT" && <CheckCamt id={of.id} />}
    </ThingPage>
  );
}

function CheckCamt({ id }: { id: string }) {
  const { check, refusal } = useCheck(id);
  return (
    <Section title="Check">
      <Form submit="Check the file" onSubmit={() => check()} refusal={refusal}>
        <p>Every entry is read and compared with those that are here. Nothing is changed by that.</p>
      </Form>
    </Section>
  );
}

function FaultList({ of }: { of: BankFile }) {
  return (
    <Section title={`Faults (${of.badCount.toLocaleString()})`}>
      <RowTable
        bare
        label="Faults"
        rows={of.faults.map((fault, i) => ({ ...fault, key: i }))}
        rowKey={({ key }) => key}
        columns={[
          { header: "Line", cell: ({ line }) => `Line ${line.toLocaleString()}` },
          { header: "Field", cell: ({ field }) => field ?? "—" },
          { header: "Reason", cell: ({ reason }) => reason },
        ]}
      />
    </Section>
  );
}

function Banner({ of: { status, badCount, goodCount, knownCount, importedCount } }: { of: BankFile }) {
  const fresh = goodCount - knownCount;
  switch (status) {
    case "IMPORTED":
      return (
        <Notice
          quiet
          tone="positive"
          title={`${importedCount.toLocaleString()} entries are taken in.`}
          action={<Link href="/bank-statements">Go to the statements</Link>}
        />
      );
    case "CHECKED":
      if (badCount > 0)
        return (
          <Notice quiet tone="attention" title={`${badCount.toLocaleString()} faults.`}>
            Ask the bank for another file, change the mapping, or leave what is bad out.
          </Notice>
        );
      return fresh > 0 ? (
        <Notice quiet tone="positive" title={`${fresh.toLocaleString()} new entries, all good.`}>
          Nothing has been changed yet.
        </Notice>
      ) : (
        <Notice quiet tone="attention" title="There is nothing new in this file.">
          All its entries are here already. Discard it.
        </Notice>
      );
    case "UPLOADED":
      return null;
  }
}
