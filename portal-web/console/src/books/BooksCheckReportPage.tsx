import { dayText, Moment } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { ProgressBar } from "@quittance/ui/ProgressBar.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useMemo } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useLiveBooksCheck } from "../app/live.ts";
import { graphql } from "../gql";
import type { BooksCheckReportQuery as Answer } from "../gql/graphql.ts";
import { pageOf } from "./accounts.ts";
import { CheckBadge } from "./CheckBadge.tsx";

const BooksCheckReportQuery = graphql(`
  query BooksCheckReport($id: ID!) {
    booksCheckReport(id: $id) {
      check {
        id
        day
        startedBy
        startedAt
        finishedAt
        rulesDone
        ruleCount
        interrupted
        ...CheckBadge
      }
      findings {
        rule
        promise
        differenceCount
        differences {
          kind
          id
          sentence
        }
      }
    }
  }
`);

type Report = NonNullable<Answer["booksCheckReport"]>;
type Finding = Report["findings"][number];

/** One check of the books: how far it is, and every difference in words. */
export default function BooksCheckReportPage({ params: { id } }: { params: { id: string } }) {
  const context = useMemo(() => ({ additionalTypenames: ["BooksCheck"] }), []);
  const [{ data, error }, ask] = useQuery({ query: BooksCheckReportQuery, variables: { id }, context });
  useLiveBooksCheck();
  if (isNotFound(error) || data?.booksCheckReport === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The check could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.booksCheckReport) return <LoadingThing label="Loading the check" />;
  return <Shown report={data.booksCheckReport} />;
}

function Shown({ report: { check, findings } }: { report: Report }) {
  const wrong = findings.filter(({ differenceCount }) => differenceCount > 0);
  const right = findings.filter(({ differenceCount }) => differenceCount === 0);
  return (
    <ThingPage
      back={{ label: "Books checks", href: "/books/check" }}
      title={`Books check of ${dayText(check.day)}`}
      status={<CheckBadge check={check} />}
      banner={
        check.interrupted && (
          <Notice quiet tone="attention" title="This check was interrupted.">
            Some rules were not checked. Start another check.
          </Notice>
        )
      }
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Started by", value: check.startedBy },
              { label: "Started", value: <Moment value={check.startedAt} /> },
              { label: "Finished", value: check.finishedAt && <Moment value={check.finishedAt} /> },
            ]}
          />
        </Section>
      }
    >
      <Section title="Progress">
        <ProgressBar
          label={check.finishedAt ? "Done" : "Checking"}
          done={check.rulesDone}
          total={check.ruleCount}
          unit="rules"
        />
      </Section>
      {wrong.map((finding) => (
        <Differences key={finding.rule} finding={finding} />
      ))}
      {right.length > 0 && (
        <Section title="What holds">
          <ul>
            {right.map(({ rule, promise }) => (
              <li key={rule}>{promise}</li>
            ))}
          </ul>
        </Section>
      )}
    </ThingPage>
  );
}

function Differences({ finding: { promise, differenceCount, differences } }: { finding: Finding }) {
  return (
    <Section title={`${differenceCount.toLocaleString()} against: ${promise}`}>
      <ul>
        {differences.map(({ kind, id, sentence }) => {
          const page = pageOf(kind, id);
          return (
            <li key={sentence}>
              {sentence} {page && <Link href={page}>Look</Link>}
            </li>
          );
        })}
      </ul>
      {differences.length < differenceCount && (
        <p>{`The first ${differences.length.toString()} of ${differenceCount.toLocaleString()} are shown.`}</p>
      )}
    </Section>
  );
}
