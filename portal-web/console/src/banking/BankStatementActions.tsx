import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useAnnounce } from "@quittance/ui/Announcer.tsx";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const BankStatementActionsFields = graphql(`
  fragment BankStatementActions on BankStatement {
    id
    booking
    uncomparedCount
    openCount
    suggestedCount
    exactCount
  }
`);

const BookExactBankEntries = graphql(`
  mutation BookExactBankEntries($input: BookExactBankEntriesInput!) {
    bookExactBankEntries(input: $input) {
      __typename
      ... on BankBookingBegun {
        statement {
          id
          booking
        }
      }
      ... on NothingExact {
        message
      }
    }
  }
`);

const MatchBankStatement = graphql(`
  mutation MatchBankStatement($input: MatchBankStatementInput!) {
    matchBankStatement(input: $input) {
      comparedCount
    }
  }
`);

const changes = { additionalTypenames: ["BankStatement", "BankEntry"] };

/** Books all that matches exactly, and compares what is open anew. */
export function BankStatementActions({ of }: { of: FragmentType<typeof BankStatementActionsFields> }) {
  const { id, booking, uncomparedCount, openCount, suggestedCount, exactCount } = getFragmentData(
    BankStatementActionsFields,
    of,
  );
  const [asking, setAsking] = useState<"book" | "compare">();
  const [, book] = useMutation(BookExactBankEntries);
  const [, compare] = useMutation(MatchBankStatement);
  const announce = useAnnounce();
  const close = () => setAsking(undefined);
  const busy = booking || uncomparedCount > 0;

  const runBook = async () => {
    const { data, error } = await book({ input: { statementId: id } }, changes);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was booked. Try again.";
    switch (data.bookExactBankEntries.__typename) {
      case "BankBookingBegun":
        return;
      case "NothingExact":
        return data.bookExactBankEntries.message;
    }
  };
  const runCompare = async () => {
    const { data, error } = await compare({ input: { statementId: id } }, changes);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was compared. Try again.";
    announce(`${data.matchBankStatement.comparedCount.toLocaleString()} entries are compared again.`);
    return undefined;
  };

  const verb = `Book ${exactCount.toLocaleString()} exact ${exactCount === 1 ? "entry" : "entries"}`;
  return (
    <>
      {openCount + suggestedCount > 0 && !busy && (
        <Button variant="default" onClick={() => setAsking("compare")}>
          Compare again
        </Button>
      )}
      {exactCount > 0 && !busy && <Button onClick={() => setAsking("book")}>{verb}</Button>}
      <ConfirmDialog
        opened={asking === "compare"}
        onClose={close}
        title="Compare again?"
        confirm="Compare again"
        onConfirm={runCompare}
      >
        What is not decided is compared with what is due now: invoices may have been posted or paid meanwhile.
        Where exact matches are booked by setting, they are.
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === "book"}
        onClose={close}
        title={`${verb}?`}
        confirm={verb}
        onConfirm={runBook}
      >
        Those where reference, currency and amount are right become payments, one by one. Each is looked at
        once more before it is booked, and each can be undone.
      </ConfirmDialog>
    </>
  );
}
