import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import IconCircleCheck from "@tabler/icons-react/icons/IconCircleCheck";
import { usePages } from "@quittance/client/usePages.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { ParkedGatewayEventsQuery as Answer } from "../gql/graphql.ts";
import { DecideGatewayEvent } from "./DecideGatewayEvent.tsx";
import { eventText } from "./eventText.ts";

const ParkedGatewayEventsQuery = graphql(`
  query ParkedGatewayEvents($after: String) {
    parkedGatewayEvents(first: 20, after: $after) {
      edges {
        node {
          id
          gateway
          about
          reference
          fault
          tries
          receivedAt
          parkedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Event = Answer["parkedGatewayEvents"]["edges"][number]["node"];

/** What card processors told by themselves and nobody could look into. */
export function ParkedGatewayEvents() {
  const mayDecide = useMay("OPERATIONS_WRITE");
  const pages = usePages({
    query: ParkedGatewayEventsQuery,
    variables: {},
    connection: (data) => data.parkedGatewayEvents,
    typenames: ["ParkedGatewayEvent"],
  });
  return (
    <RowList
      things="parked card processor events"
      pages={pages}
      rowKey={({ id }) => id}
      columns={[
        { header: "About", cell: (row) => <About {...row} /> },
        { header: "Why it failed", cell: ({ fault, tries }) => <Why fault={fault} tries={tries} /> },
        { header: "Told", cell: ({ receivedAt }) => <Moment value={receivedAt} /> },
        { header: "Parked", cell: ({ parkedAt }) => <Moment value={parkedAt} /> },
      ]}
      {...(mayDecide && { action: (row: Event) => <DecideGatewayEvent {...row} /> })}
      empty={{
        title: "Nothing that a card processor told is parked",
        icon: IconCircleCheck,
        children: "All that was told has been looked into, or will be.",
      }}
      filtered={false}
      unfilteredHref="/settings/operations"
    />
  );
}

function About({ gateway, about, reference }: Pick<Event, "gateway" | "about" | "reference">) {
  return (
    <>
      {eventText(about)}{" "}
      <span style={{ color: "var(--ink-soft)", overflowWrap: "anywhere" }}>
        {reference} at {gateway}
      </span>
    </>
  );
}

function Why({ fault, tries }: Pick<Event, "fault" | "tries">) {
  return <span style={{ overflowWrap: "anywhere" }}>{`${fault} (${tries} tries)`}</span>;
}
