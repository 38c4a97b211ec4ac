import { Moment } from "@quittance/ui/Day.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { Pages } from "@quittance/ui/ListPage.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Section, Timeline } from "@quittance/ui/Thing.tsx";
import { Button } from "@mantine/core";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { HistoryRowFragment } from "../gql/graphql.ts";

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

/** Who did what, and which facts changed; newest first. */
export function HistoryRows({ pages }: { pages: Pages<FragmentType<typeof HistoryRow>> }) {
  if (!pages.rows)
    return pages.fault ? (
      <Failure what="The history could not be loaded." fault={pages.fault} onRetry={pages.retry} />
    ) : (
      <LoadingCard lines={6} />
    );
  if (pages.rows.length === 0) return <EmptyState title="Nothing has happened yet" />;
  return (
    <Section title="History">
      <Timeline
        label="History, newest first"
        happenings={getFragmentData(HistoryRow, pages.rows).map(happening)}
      />
      {pages.hasMore && (
        <Button variant="default" loading={pages.loadingMore} onClick={pages.loadMore}>
          Load more
        </Button>
      )}
    </Section>
  );
}

function happening({ id, at, actor, what, reason, changes }: HistoryRowFragment) {
  return {
    key: id,
    title: what.charAt(0).toUpperCase() + what.slice(1),
    when: (
      <>
        <Moment value={at} /> by {actor}
      </>
    ),
    detail: (
      <>
        {reason && <div>{reason}</div>}
        {changes.map(({ fact, before, after }) => (
          <div key={fact}>
            {fact}: {before ? `${before} → ` : ""}
            {after ?? "none"}
          </div>
        ))}
      </>
    ),
  };
}
