import { Button } from "@mantine/core";
import type { Offered } from "@quittance/shared/acts/acts.ts";
import { comingOf, pastOf } from "@quittance/shared/acts/happenings.tsx";
import { SubscriptionBanner } from "@quittance/shared/acts/SubscriptionBanner.tsx";
import { SubscriptionMenu } from "@quittance/shared/acts/SubscriptionMenu.tsx";
import { UpcomingInvoice } from "@quittance/shared/acts/UpcomingInvoice.tsx";
import { intervalText } from "@quittance/ui/intervalText.ts";
import { Day, Days } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage, Timeline } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLiveSubscriptions } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useSwitch } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { SubscriptionPageQuery as Answer } from "../gql/graphql.ts";
import { PaidWith } from "./PaidWith.tsx";
import { ActCharge } from "./ActCharge.tsx";
import { TrialCharge } from "./TrialCharge.tsx";
import { SubscriptionDialog } from "./SubscriptionDialog.tsx";
import { useOffered } from "./subscriptionActs.ts";

const SubscriptionPageQuery = graphql(`
  query SubscriptionPage($id: ID!) {
    subscription(id: $id) {
      id
      number
      status
      plan {
        id
        name
        description
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
      currentPeriod {
        start
        end
      }
      nextInvoiceOn
      chargedIn
      minimumTermEndsOn
      cancelsOn
      endedOn
      cancelReason
      trialEndsOn
      pausesOn
      pausedOn
      resumesOn
      changesOn
      expiresOn
      ...SubscriptionActs
      trialCharge {
        id
      }
      actCharge {
        id
      }
      ...PaidWith
      ...TrialCharge
      ...ActCharge
    }
  }
`);

type Subscription = NonNullable<Answer["subscription"]>;

/** One subscription: what it holds, what it costs and what comes next. */
export default function SubscriptionPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: SubscriptionPageQuery, variables: { id: params.id } });
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
  const { id, number, status, plan, recurringTotal, items } = subscription;
  const arrears = subscription.chargedIn === "ARREARS";
  const invoices = useSwitch("INVOICES");
  const offered = useOffered(subscription);
  // An expired trial that can go on says so by itself.
  const [open, setOpen] = useState<Offered | undefined>(offered.find((act) => act === "EXTEND_TRIAL"));
  return (
    <ThingPage
      back={{ label: "Subscriptions", href: "/subscriptions" }}
      title={plan.name}
      status={<StatusBadge status={status} />}
      figure={<Money {...recurringTotal} />}
      note={`${intervalText(plan.interval)}, before tax`}
      primary={
        invoices && (
          <Button component={Link} href={`/invoices?subscription=${id}`} variant="default">
            View invoices
          </Button>
        )
      }
      menu={<SubscriptionMenu number={number} offered={offered} onChoose={setOpen} />}
      banner={
        subscription.trialCharge ? (
          <TrialCharge of={subscription} />
        ) : subscription.actCharge ? (
          <ActCharge of={subscription} />
        ) : (
          <SubscriptionBanner of={subscription} offered={offered} onChoose={setOpen} />
        )
      }
      aside={
        <>
          <Section title="Details">
            <Facts
              facts={[
                { label: "Number", value: number },
                { label: "About the plan", value: plan.description },
                { label: "Started", value: <Day value={subscription.startedOn} /> },
                { label: "Billed", value: arrears && "At the end of each period" },
                {
                  label: arrears ? "Billed period" : "Paid period",
                  value: subscription.currentPeriod && <Days {...subscription.currentPeriod} />,
                },
                {
                  label: "Agreed until",
                  value: subscription.minimumTermEndsOn && <Day value={subscription.minimumTermEndsOn} />,
                },
              ]}
            />
          </Section>
          <PaidWith of={subscription} />
          <Section title="Timeline">
            <Timeline
              label="What is coming and what happened"
              happenings={[...comingOf(subscription), ...pastOf(subscription)]}
            />
          </Section>
        </>
      }
    >
      <Section title="Plan and addons">
        <RowTable
          bare
          label="Plan and addons"
          rows={items}
          rowKey={(item) => item.id}
          columns={[
            { header: "Name", cell: (item) => item.name },
            { header: "Kind", cell: (item) => (item.kind === "PLAN" ? "Plan" : "Addon"), card: "hidden" },
            { header: "Quantity", end: true, cell: (item) => item.quantity.toLocaleString() },
            {
              header: "Price each",
              end: true,
              cell: (item) => <Money {...item.unitPrice} />,
              card: "beside",
            },
          ]}
        />
      </Section>
      {(subscription.nextInvoiceOn ?? subscription.resumesOn) && (
        <UpcomingInvoice subscriptionId={id} reader="customer" />
      )}
      {open && <SubscriptionDialog act={open} of={subscription} onClose={() => setOpen(undefined)} />}
    </ThingPage>
  );
}
