import { Day } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Saved } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import { usePages } from "@quittance/client/usePages.ts";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { HistoryRows } from "../app/HistoryRows.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const ClosedMonthsQuery = graphql(`
  query ClosedMonths {
    booksClosing {
      closedThrough
    }
  }
`);

const ClosingHistoryQuery = graphql(`
  query ClosingHistory($after: String) {
    booksClosing {
      history(first: 20, after: $after) {
        edges {
          node {
            id
            ...HistoryRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const CloseBooks = graphql(`
  mutation CloseBooks($input: CloseBooksInput!) {
    closeBooks(input: $input) {
      __typename
      ... on BooksClosed {
        closing {
          closedThrough
        }
      }
      ... on WorkNotDone {
        message
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

/** How far the books are closed, who closed them, and the way to move it. */
export default function ClosedMonthsPage() {
  const [{ data, error }, ask] = useQuery({ query: ClosedMonthsQuery });
  const mayClose = useMay("BOOKS_CLOSE");
  const history = usePages({
    query: ClosingHistoryQuery,
    variables: {},
    connection: (answer) => answer.booksClosing.history,
    typenames: ["BooksClosing", "HistoryEntry"],
  });
  return (
    <>
      <PageTitle title="Closed months" note="Nothing is booked on a closed day, by nobody." />
      {error && !data && (
        <Failure
          what="The closed months could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={4} />}
      {data && (
        <div style={{ display: "grid", gap: "var(--gap)", maxWidth: 720 }}>
          <Section title="Now">
            <Facts
              facts={[
                {
                  label: "Closed through",
                  value: data.booksClosing.closedThrough ? (
                    <Day value={data.booksClosing.closedThrough} />
                  ) : (
                    "No month is closed"
                  ),
                },
              ]}
            />
          </Section>
          {mayClose && <CloseForm />}
          <HistoryRows pages={history} />
        </div>
      )}
    </>
  );
}

function CloseForm() {
  const [, close] = useMutation(CloseBooks);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const move = async (through: string | null, reason: string | null) => {
    setFaults(undefined);
    setRefusal(undefined);
    setSaved(false);
    const { data, error } = await close({ input: { through, reason } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
    switch (data.closeBooks.__typename) {
      case "BooksClosed":
        return setSaved(true);
      case "WorkNotDone":
        return setRefusal(data.closeBooks.message);
      case "InvalidInput":
        return setFaults(data.closeBooks.fields);
    }
  };
  return (
    <Section title="Close or open months">
      <Form
        submit="Close the books"
        onSubmit={(values) => move(values.optional("through") ?? null, values.optional("reason") ?? null)}
        {...(faults && { faults })}
        refusal={refusal}
        beside={saved && <Saved />}
      >
        <DayField
          path="through"
          label="Closed through"
          hint="The last closed day. Empty opens every month."
        />
        <TextField path="reason" label="Reason" hint="Needed to open closed days again." />
      </Form>
    </Section>
  );
}
