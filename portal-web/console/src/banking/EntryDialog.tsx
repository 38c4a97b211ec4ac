import { Button } from "@mantine/core";
import { Day, Moment } from "@quittance/ui/Day.tsx";
import { Dialog } from "@quittance/ui/Dialog.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Facts } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { ReasonDialog } from "../payments/ReasonDialog.tsx";
import { BookEntryForm } from "./BookEntryForm.tsx";
import { accountText } from "./bankTexts.ts";
import { EntryAmount } from "./EntryAmount.tsx";
import { EntryOutcome } from "./EntryOutcome.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { useSetAside, useUndo } from "./entryActs.ts";

const EntryDialogFields = graphql(`
  fragment EntryDialog on BankEntry {
    id
    bookedOn
    valueOn
    direction
    amount {
      amount
      currency
    }
    partyName
    partyAccount
    remittance
    reference
    endToEndId
    bankReference
    returnReason
    state
    hindrance
    refundId
    returnedId
    paymentId
    recorded
    decidedBy
    decidedAt
    ...EntryAmount
    ...EntryOutcome
    ...Suggestions
  }
`);

type Props = { of: FragmentType<typeof EntryDialogFields>; mayAct: boolean; onClose: () => void };

/** One entry: all that the bank says of it, and what can be made of it. */
export function EntryDialog({ of, mayAct, onClose }: Props) {
  const entry = getFragmentData(EntryDialogFields, of);
  const [asking, setAsking] = useState<"other" | "aside" | "undo">();
  const setAside = useSetAside(entry.id);
  const undo = useUndo(entry.id);
  const undecided = entry.state === "OPEN" || entry.state === "SUGGESTED";
  const undoable = !undecided && !entry.refundId && !entry.returnedId;
  if (asking === "aside")
    return (
      <ReasonDialog
        title="Set the entry aside"
        submit="Set aside"
        hint="Why it is none of a customer's: rent, interest, a transfer between own accounts."
        onSubmit={setAside}
        onClose={onClose}
      >
        <p>Nothing is booked. It can be opened again.</p>
      </ReasonDialog>
    );
  if (asking === "undo")
    return (
      <ReasonDialog title="Open the entry again" submit="Open again" onSubmit={undo} onClose={onClose}>
        <p>
          {entry.state === "BOOKED" && entry.paymentId && !entry.recorded
            ? "Its payment is put back to New: what it paid is owed again, and its money leaves the account credit."
            : "No payment is changed by that."}
        </p>
      </ReasonDialog>
    );
  return (
    <Dialog opened wide onClose={onClose} title={entry.partyName ?? "Bank entry"}>
      <div style={{ display: "grid", gap: 24 }}>
        <Facts
          facts={[
            { label: "Amount", value: <EntryAmount of={entry} /> },
            { label: "Booked by the bank", value: <Day value={entry.bookedOn} /> },
            { label: "Value day", value: <Day value={entry.valueOn} /> },
            { label: "Account", value: entry.partyAccount && accountText(entry.partyAccount) },
            { label: "Text", value: entry.remittance },
            { label: "Payment reference", value: entry.reference },
            { label: "Payer's reference", value: entry.endToEndId },
            { label: "Bank's reference", value: entry.bankReference },
            { label: "Returned because", value: entry.returnReason },
            { label: "What it is", value: !undecided && <EntryOutcome of={entry} /> },
            {
              label: "Decided",
              value: !undecided && entry.decidedAt && (
                <>
                  <Moment value={entry.decidedAt} /> by {entry.decidedBy}
                </>
              ),
            },
          ].filter(({ value }) => value !== false)}
        />
        {entry.hindrance && (
          <Notice quiet tone="attention" title="It was not booked by itself.">
            {entry.hindrance}
          </Notice>
        )}
        {undecided && asking !== "other" && <Suggestions of={entry} mayAct={mayAct} onDone={onClose} />}
        {asking === "other" && (
          <BookEntryForm entry={{ id: entry.id, amount: entry.amount }} onDone={onClose} />
        )}
        {mayAct && (
          <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
            {undecided && entry.direction === "CREDIT" && asking !== "other" && (
              <Button variant="default" onClick={() => setAsking("other")}>
                Another customer or invoice…
              </Button>
            )}
            {undecided && (
              <Button variant="default" onClick={() => setAsking("aside")}>
                Set aside…
              </Button>
            )}
            {undoable && (
              <Button variant="default" onClick={() => setAsking("undo")}>
                Open again…
              </Button>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}
