import { Button } from "@mantine/core";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { Day, Days, dayText } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { CancelDialog } from "../contracting/CancelDialog.tsx";
import { RemoveCancellation } from "../contracting/RemoveCancellation.tsx";
import { SubscriptionCoupons } from "../coupons/SubscriptionCoupons.tsx";
import { graphql } from "../gql";
import type { SubscriptionPageQuery as Answer } from "../gql/graphql.ts";
import { intervalText } from "./intervalText.ts";
import { SubscriptionHistory } from "./SubscriptionHistory.tsx";

const SubscriptionPageQuery = graphql(`
  query SubscriptionPage($id: ID!) {
    subscription(id: $id) {
      id
      number
      status
      customer {
        id
        name
      }
      plan {
        id
        name
        interval {
          count
          unit
        }
      }
      items {
        id
        kind
        name
        quantity
        ownPrice
        unitPrice {
          amount
          currency
        }
      }
      recurringTotal {
        amount
        currency
      }
      startedOn
      anchorOn
      currentPeriod {
        start
        end
      }
      nextInvoiceOn
      minimumTermEndsOn
      cancelsOn
      endedOn
      cancelReason
      ...SubscriptionCoupons
    }
  }
`);

type Subscription = NonNullable<Answer["subscription"]>;

/** One subscription: what it holds, what comes next, and what can be done with it. */
export default function SubscriptionPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: SubscriptionPageQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.subscription === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The subscription could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.subscription) return <LoadingThing label="Loading the subscription" />;
  return <Shown subscription={data.subscription} />;
}

function Shown({ subscription }: { subscription: Subscription }) {
  const { id, number, status, customer, plan, recurringTotal, endedOn, cancelsOn } = subscription;
  const mayWrite = useMay("SUBSCRIPTION_WRITE");
  const [cancelling, setCancelling] = useState(false);
  const actions: Action[] =
    mayWrite && !endedOn
      ? [{ label: "Cancel subscription", danger: true, onSelect: () => setCancelling(true) }]
      : [];
  return (
    <ThingPage
      back={{ label: "Subscriptions", href: "/subscriptions" }}
      title={`${plan.name} (${number})`}
      status={<StatusBadge status={status} />}
      figure={<Money {...recurringTotal} />}
      note={
        <>
          {intervalText(plan.interval)}, before tax ·{" "}
          <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
        </>
      }
      primary={
        <Button component={Link} href={`/invoices?subscription=${id}`} variant="default">
          View invoices
        </Button>
      }
      menu={<ActionMenu label={`More actions for ${number}`} actions={actions} />}
      banner={
        (endedOn ?? cancelsOn) && (
          <Notice
            quiet
            tone={endedOn ? "neutral" : "attention"}
            title={endedOn ? `Ended on ${dayText(endedOn)}.` : `Ends on ${dayText(cancelsOn ?? "")}.`}
            action={!endedOn && mayWrite && <RemoveCancellation id={id} />}
          >
            {subscription.cancelReason}
          </Notice>
        )
      }
      aside={<Details subscription={subscription} />}
    >
      <Items items={subscription.items} />
      <SubscriptionCoupons of={subscription} />
      <SubscriptionHistory subscriptionId={id} />
      {cancelling && <CancelDialog id={id} onClose={() => setCancelling(false)} />}
    </ThingPage>
  );
}

function Items({ items }: { items: Subscription["items"] }) {
  return (
    <Section title="Plan and addons">
      <RowTable
        bare
        label="Plan and addons"
        rows={items}
        rowKey={(item) => item.id}
        columns={[
          { header: "Name", cell: (item) => item.name },
          { header: "Kind", cell: (item) => (item.kind === "PLAN" ? "Plan" : "Addon") },
          { header: "Price from", cell: (item) => (item.ownPrice ? "Own agreement" : "Catalog") },
          { header: "Quantity", end: true, cell: (item) => item.quantity.toLocaleString() },
          { header: "Price", end: true, card: "beside", cell: (item) => <Money {...item.unitPrice} /> },
        ]}
      />
    </Section>
  );
}

function Details({ subscription: of }: { subscription: Subscription }) {
  return (
    <Section title="Details">
      <Facts
        facts={[
          { label: "Started", value: <Day value={of.startedOn} /> },
          { label: "Billing days count from", value: <Day value={of.anchorOn} /> },
          { label: "Billed period", value: of.currentPeriod && <Days {...of.currentPeriod} /> },
          { label: "Next invoice", value: of.nextInvoiceOn && <Day value={of.nextInvoiceOn} /> },
          { label: "Minimum term ends", value: of.minimumTermEndsOn && <Day value={of.minimumTermEndsOn} /> },
        ]}
      />
    </Section>
  );
}
