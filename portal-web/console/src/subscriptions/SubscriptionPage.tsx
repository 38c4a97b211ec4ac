import { Button } from "@mantine/core";
import type { Offered } from "@quittance/shared/acts/acts.ts";
import { dayText } from "@quittance/shared/acts/billingDays.ts";
import { comingOf, nextInvoiceOf } from "@quittance/shared/acts/happenings.tsx";
import { SubscriptionBanner } from "@quittance/shared/acts/SubscriptionBanner.tsx";
import { SubscriptionMenu } from "@quittance/shared/acts/SubscriptionMenu.tsx";
import { UpcomingInvoice } from "@quittance/shared/acts/UpcomingInvoice.tsx";
import { Day, Days } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useLiveSubscriptions } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { SubscriptionDialog } from "../contracting/SubscriptionDialog.tsx";
import { useOffered } from "../contracting/subscriptionActs.ts";
import { SubscriptionCoupons } from "../coupons/SubscriptionCoupons.tsx";
import { graphql } from "../gql";
import type { SubscriptionPageQuery as Answer } from "../gql/graphql.ts";
import { intervalText } from "@quittance/ui/intervalText.ts";
import { PaidWith } from "./PaidWith.tsx";
import { SubscriptionHistory } from "./SubscriptionHistory.tsx";
import { TrialCharge } from "./TrialCharge.tsx";

const SubscriptionPageQuery = graphql(`
  query SubscriptionPage($id: ID!, $payments: Boolean!) {
    subscription(id: $id) {
      id
      number
      status
      customer {
        id
        name
        today
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
      billingDay
      chargedIn
      currentPeriod {
        start
        end
      }
      nextInvoiceOn
      minimumTermEndsOn
      cancelsOn
      endedOn
      cancelReason
      trialEndsOn
      trialExtensions
      pausesOn
      pausedOn
      resumesOn
      changesOn
      expiresOn
      trialCharge @include(if: $payments) {
        id
      }
      actCharge @include(if: $payments) {
        id
      }
      ...PaidWith @include(if: $payments)
      ...TrialCharge
      ...SubscriptionActs
      ...SubscriptionCoupons
    }
  }
`);

type Subscription = NonNullable<Answer["subscription"]>;

/** One subscription: what it holds, what comes next, and what can be done with it. */
export default function SubscriptionPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({
    query: SubscriptionPageQuery,
    variables: { id: params.id, payments: useMay("PAYMENT_READ") },
  });
  useLiveSubscriptions();
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
  const { id, number, status, customer, plan, recurringTotal } = subscription;
  const offered = useOffered(subscription);
  const payments = useMay("PAYMENT_READ");
  const [open, setOpen] = useState<Offered>();
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
      menu={<SubscriptionMenu number={number} offered={offered} onChoose={setOpen} />}
      banner={
        (subscription.trialCharge ?? subscription.actCharge) ? (
          <TrialCharge of={subscription} />
        ) : (
          <SubscriptionBanner of={subscription} offered={offered} onChoose={setOpen} />
        )
      }
      aside={
        <>
          <Details subscription={subscription} />
          <SubscriptionHistory subscriptionId={id} coming={comingOf(subscription)} />
        </>
      }
    >
      <Items items={subscription.items} />
      {(subscription.nextInvoiceOn ?? subscription.resumesOn) && (
        <UpcomingInvoice subscriptionId={id} reader="staff" />
      )}
      <SubscriptionCoupons of={subscription} />
      {payments && <PaidWith of={subscription} />}
      {open && <SubscriptionDialog act={open} of={subscription} onClose={() => setOpen(undefined)} />}
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
  const billsOn = nextInvoiceOf(of);
  return (
    <Section title="Details">
      <Facts
        facts={[
          { label: "Started", value: <Day value={of.startedOn} /> },
          { label: "Billing days count from", value: <Day value={of.anchorOn} /> },
          { label: "Billing day", value: of.billingDay && dayText(of.billingDay) },
          { label: "Billed", value: of.chargedIn === "ARREARS" && "At the end of each period" },
          { label: "Billed period", value: of.currentPeriod && <Days {...of.currentPeriod} /> },
          { label: "Next invoice", value: billsOn && <Day value={billsOn} /> },
          { label: "Trial extended", value: of.trialExtensions > 0 && `${of.trialExtensions} times` },
          { label: "Minimum term ends", value: of.minimumTermEndsOn && <Day value={of.minimumTermEndsOn} /> },
        ]}
      />
    </Section>
  );
}
