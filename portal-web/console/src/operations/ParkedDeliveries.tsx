import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import IconCircleCheck from "@tabler/icons-react/icons/IconCircleCheck";
import { Link } from "wouter";
import { usePages } from "@quittance/client/usePages.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { ParkedDeliveriesQuery as Answer } from "../gql/graphql.ts";
import { DecideDelivery } from "./DecideDelivery.tsx";

const ParkedDeliveriesQuery = graphql(`
  query ParkedDeliveries($after: String) {
    parkedDeliveries(first: 20, after: $after) {
      edges {
        node {
          id
          event
          listener
          fault
          attempts
          parkedAt
          waiting
          customer {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Delivery = Answer["parkedDeliveries"]["edges"][number]["node"];

/** Events that one of their listeners could not take in. */
export function ParkedDeliveries() {
  const mayDecide = useMay("OPERATIONS_WRITE");
  const pages = usePages({
    query: ParkedDeliveriesQuery,
    variables: {},
    connection: (data) => data.parkedDeliveries,
    typenames: ["ParkedDelivery"],
  });
  return (
    <RowList
      things="parked deliveries"
      pages={pages}
      rowKey={({ id }) => id}
      columns={[
        { header: "Delivery", cell: (row) => <What {...row} /> },
        { header: "Customer", cell: ({ customer }) => <Whose {...(customer && { customer })} /> },
        { header: "Why it failed", cell: ({ fault, attempts }) => `${fault} (${attempts} tries)` },
        { header: "Waiting behind", end: true, cell: ({ waiting }) => waiting.toLocaleString() },
        { header: "Parked", cell: ({ parkedAt }) => <Moment value={parkedAt} /> },
      ]}
      {...(mayDecide && { action: (row: Delivery) => <DecideDelivery {...row} /> })}
      empty={{
        title: "Nothing is parked",
        icon: IconCircleCheck,
        children: "Every event has reached its listeners, or is on its way.",
      }}
      filtered={false}
      unfilteredHref="/settings/operations"
    />
  );
}

function What({ event, listener }: Pick<Delivery, "event" | "listener">) {
  return (
    <>
      {event} <span style={{ color: "var(--ink-soft)" }}>to {listener}</span>
    </>
  );
}

function Whose({ customer }: { customer?: { id: string; name: string } }) {
  return customer ? <Link href={`/customers/${customer.id}`}>{customer.name}</Link> : "—";
}
