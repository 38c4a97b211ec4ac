import { Button } from "@mantine/core";
import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import type { RowTable } from "@quittance/ui/RowTable.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { useState, type ComponentProps } from "react";
import { useMutation } from "urql";
import { useLocation } from "wouter";
import { useLiveBooksCheck } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { CheckBadge } from "./CheckBadge.tsx";

const BooksCheckRow = graphql(`
  fragment BooksCheckRow on BooksCheck {
    id
    startedBy
    startedAt
    rulesDone
    ruleCount
    ...CheckBadge
  }
`);

const BooksChecksQuery = graphql(`
  query BooksChecks($after: String) {
    booksChecks(first: 20, after: $after) {
      edges {
        node {
          id
          ...BooksCheckRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const CheckBooks = graphql(`
  mutation CheckBooks {
    checkBooks {
      __typename
      ... on BooksCheckStarted {
        check {
          id
        }
      }
      ... on BooksCheckUnderWay {
        check {
          id
        }
      }
    }
  }
`);

type Row = { id: string } & FragmentType<typeof BooksCheckRow>;

const row = (of: Row) => getFragmentData(BooksCheckRow, of);

const columns: ComponentProps<typeof RowTable<Row>>["columns"] = [
  { header: "Started", cell: (of) => <Moment value={row(of).startedAt} /> },
  { header: "Result", card: "beside", cell: (of) => <CheckBadge check={row(of)} /> },
  { header: "Started by", cell: (of) => row(of).startedBy },
  { header: "Rules checked", end: true, cell: (of) => `${row(of).rulesDone} of ${row(of).ruleCount}` },
];

/** The checks of the books so far, and the start of a new one. */
export default function BooksCheckPage() {
  useLiveBooksCheck();
  const pages = usePages({
    query: BooksChecksQuery,
    variables: {},
    connection: (data) => data.booksChecks,
    typenames: ["BooksCheck"],
  });
  const { start, starting, refusal, mayStart } = useStart();
  return (
    <>
      <PageTitle
        title="Books check"
        note="Adds up every document and every account anew, each night. Each difference is told in words."
        actions={
          mayStart && (
            <Button loading={starting} onClick={() => void start()}>
              Check now
            </Button>
          )
        }
      />
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      <RowList
        things="checks"
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ id }) => `/books/check/${id}`}
        empty={{ title: "The books were not checked yet", children: "The first check runs this night." }}
        filtered={false}
        unfilteredHref="/books/check"
      />
    </>
  );
}

function useStart() {
  const [billing, closing] = [useMay("BILLING_RUN"), useMay("BOOKS_CLOSE")];
  const [{ fetching: starting }, send] = useMutation(CheckBooks);
  const [refusal, setRefusal] = useState<string>();
  const [, navigate] = useLocation();
  const start = async () => {
    setRefusal(undefined);
    const { data, error } = await send({});
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "The check was not started. Try again.");
    switch (data.checkBooks.__typename) {
      case "BooksCheckStarted":
      case "BooksCheckUnderWay":
        return navigate(`/books/check/${data.checkBooks.check.id}`);
    }
  };
  return { start, starting, refusal, mayStart: billing || closing };
}
