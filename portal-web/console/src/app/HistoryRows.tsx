import { Day, Moment } from "@quittance/ui/Day.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { Pages } from "@quittance/ui/ListPage.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Section, Timeline, type Happening } from "@quittance/ui/Thing.tsx";
import { Button } from "@mantine/core";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { HistoryRowFragment } from "../gql/graphql.ts";
import { factName, factText } from "./factText.ts";

const HistoryRow = graphql(`
  fragment HistoryRow on HistoryEntry {
    id
    at
    on
    actor
    what
    reason
    changes {
      fact
      before
      after
    }
  }
`);

type Props = {
  pages: Pages<FragmentType<typeof HistoryRow>>;
  /** What is planned, the last first; with it the history is a timeline. */
  coming?: readonly Happening[];
};

/** Who did what, and which facts changed; newest first, after what is coming. */
export function HistoryRows({ pages, coming }: Props) {
  if (!pages.rows)
    return pages.fault ? (
      <Failure what="The history could not be loaded." fault={pages.fault} onRetry={pages.retry} />
    ) : (
      <LoadingCard lines={6} />
    );
  if (pages.rows.length === 0) return <EmptyState title="Nothing has happened yet" />;
  return (
    <Section title={coming ? "Timeline" : "History"}>
      <Timeline
        label={coming ? "What is coming and what happened" : "History, newest first"}
        happenings={[...(coming ?? []), ...getFragmentData(HistoryRow, pages.rows).map(happening)]}
      />
      {pages.hasMore && (
        <Button variant="default" mt="md" loading={pages.loadingMore} onClick={pages.loadMore}>
          Load more
        </Button>
      )}
    </Section>
  );
}

function happening({ id, at, on, actor, what, reason, changes }: HistoryRowFragment) {
  return {
    key: id,
    title: what.charAt(0).toUpperCase() + what.slice(1),
    when: (
      <>
        {at.startsWith(on) ? <Moment value={at} /> : <Day value={on} />} · {actor}
      </>
    ),
    detail: [reason, ...changes.map(changeText)].filter(Boolean).join(" · "),
  };
}

function changeText({ fact, before, after }: HistoryRowFragment["changes"][number]): string {
  if (isId(before ?? after)) return "";
  return `${factName(fact)} ${before == null ? "" : `${factText(before)} → `}${factText(after)}`;
}

/** An id says nothing to the reader. */
function isId(value: string | null | undefined): boolean {
  return value != null && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value);
}
