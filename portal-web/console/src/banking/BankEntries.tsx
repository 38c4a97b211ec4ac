import { Button } from "@mantine/core";
import { usePages } from "@quittance/client/usePages.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { FilterTabs } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useState } from "react";
import { graphql } from "../gql";
import type { BankEntriesQuery as Answer, BankEntryState } from "../gql/graphql.ts";
import styles from "./BankEntries.module.css";
import { EntryDialog } from "./EntryDialog.tsx";
import { EntryAmount } from "./EntryAmount.tsx";
import { EntryOutcome } from "./EntryOutcome.tsx";

const BankEntriesQuery = graphql(`
  query BankEntries($statement: ID, $state: BankEntryState, $after: String) {
    bankEntries(statementId: $statement, state: $state, first: 20, after: $after) {
      edges {
        node {
          id
          bookedOn
          partyName
          remittance
          reference
          state
          ...EntryAmount
          ...EntryOutcome
          ...EntryDialog
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const states: Record<string, BankEntryState> = {
  open: "OPEN",
  suggested: "SUGGESTED",
  booked: "BOOKED",
  aside: "SET_ASIDE",
};

type Entry = Answer["bankEntries"]["edges"][number]["node"];

type Props = { statement: string; counts: Record<BankEntryState, number>; mayAct: boolean };

/** The entries of a statement by where they stand; each opens to be decided, or opened again. */
export function BankEntries({ statement, counts, mayAct }: Props) {
  const [filter] = useFilter("state");
  const [chosen, setChosen] = useState<string>();
  const state = states[filter];
  const pages = usePages({
    query: BankEntriesQuery,
    variables: { statement, ...(state && { state }) },
    connection: (data) => data.bankEntries,
    typenames: ["BankEntry"],
  });
  const shown = pages.rows?.find(({ id }) => id === chosen);
  const tab = (value: string, label: string, of: BankEntryState) => ({
    value,
    label,
    count: counts[of],
  });
  return (
    <section aria-label="Entries">
      <FilterTabs
        name="state"
        label="Entries by state"
        tabs={[
          { value: "", label: "All" },
          tab("open", "Open", "OPEN"),
          tab("suggested", "Suggested", "SUGGESTED"),
          tab("booked", "Booked", "BOOKED"),
          tab("aside", "Set aside", "SET_ASIDE"),
        ]}
      />
      <RowList
        things="entries"
        pages={pages}
        rowKey={({ id }) => id}
        columns={[
          { header: "Other party", cell: (entry) => <Party of={entry} /> },
          { header: "State", card: "beside", cell: (entry) => <StatusBadge status={entry.state} /> },
          { header: "Day", cell: ({ bookedOn }) => <Day value={bookedOn} /> },
          { header: "What it is", cell: (entry) => <EntryOutcome of={entry} /> },
          { header: "Amount", end: true, cell: (entry) => <EntryAmount of={entry} /> },
        ]}
        action={(entry) => (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => setChosen(entry.id)}
            aria-label={`${verbOf(entry, mayAct)} ${nameOf(entry)}`}
          >
            {verbOf(entry, mayAct)}
          </Button>
        )}
        empty={{ title: "No entries" }}
        filtered={filter !== ""}
        unfilteredHref={`/bank-statements/${statement}`}
      />
      {shown && <EntryDialog of={shown} mayAct={mayAct} onClose={() => setChosen(undefined)} />}
    </section>
  );
}

function Party({ of }: { of: Entry }) {
  const words = [of.reference, of.partyName && of.remittance].filter(Boolean).join(" · ");
  return (
    <>
      {nameOf(of)}
      {words && <div className={styles.words}>{words.length > 120 ? `${words.slice(0, 120)}…` : words}</div>}
    </>
  );
}

function nameOf({ partyName, remittance }: Entry): string {
  return partyName ?? (remittance.slice(0, 40) || "Without a name");
}

function verbOf({ state }: Entry, mayAct: boolean): string {
  return mayAct && (state === "OPEN" || state === "SUGGESTED") ? "Decide" : "Details";
}
