import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { CopyText } from "@quittance/ui/CopyText.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useLiveClock, useLiveDisputes } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { DisputePageQuery as Answer } from "../gql/graphql.ts";
import { gatewayName } from "../payouts/gateways.ts";
import { AcceptDialog } from "./AcceptDialog.tsx";
import { DecideDialog } from "./DecideDialog.tsx";
import { DisputeHistory } from "./DisputeHistory.tsx";
import { DisputeMoney } from "./DisputeMoney.tsx";
import { DisputeStanding } from "./DisputeStanding.tsx";
import { Evidence } from "./Evidence.tsx";
import { disputeReasons } from "./reasons.ts";

const DisputePageQuery = graphql(`
  query DisputePage($id: ID!) {
    dispute(id: $id) {
      id
      gateway
      reference
      state
      reason
      openedOn
      evidenceDueOn
      response
      respondedOn
      decidedOn
      amount {
        amount
        currency
      }
      fee {
        amount
        currency
      }
      payment {
        id
        number
        methodLabel
      }
      customer {
        id
        name
      }
      ...DisputeStanding
      ...Evidence
      ...DisputeMoney
    }
  }
`);

type Dispute = NonNullable<Answer["dispute"]>;

/** One dispute: what the payer's bank took, what is said to it, and how it ended. */
export default function DisputePage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: DisputePageQuery, variables: { id: params.id } });
  useLiveDisputes();
  useLiveClock();
  if (isNotFound(error) || data?.dispute === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The dispute could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.dispute) return <LoadingThing label="Loading the dispute" />;
  return <Shown dispute={data.dispute} />;
}

function Shown({ dispute }: { dispute: Dispute }) {
  const { id, state, amount, customer, payment } = dispute;
  const [dialog, setDialog] = useState<"accept" | "won" | "lost">();
  const close = () => setDialog(undefined);
  return (
    <ThingPage
      back={{ label: "Disputes", href: "/disputes" }}
      title={`Dispute of ${payment.number ?? "a payment"}`}
      status={<StatusBadge status={state} />}
      figure={<Money {...amount} />}
      note={
        <>
          {disputeReasons[dispute.reason]} · <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
        </>
      }
      menu={<Menu dispute={dispute} onChoose={setDialog} />}
      banner={<DisputeStanding dispute={dispute} />}
      aside={
        <>
          <Details dispute={dispute} />
          <DisputeHistory disputeId={id} />
        </>
      }
    >
      <Evidence dispute={dispute} />
      <DisputeMoney dispute={dispute} />
      {dialog === "accept" && <AcceptDialog dispute={dispute} onClose={close} />}
      {(dialog === "won" || dialog === "lost") && (
        <DecideDialog disputeId={id} won={dialog === "won"} onClose={close} />
      )}
    </ThingPage>
  );
}

function Menu({
  dispute: { state, gateway, response, payment },
  onChoose,
}: {
  dispute: Dispute;
  onChoose: (dialog: "accept" | "won" | "lost") => void;
}) {
  const mayAct = useMay("PAYMENT_WRITE");
  const open = state === "NEEDS_RESPONSE" || state === "UNDER_REVIEW";
  if (!mayAct || !open) return null;
  return (
    <ActionMenu
      label={`More actions for the dispute of ${payment.number ?? "a payment"}`}
      actions={[
        ...(gateway === "sandbox"
          ? [
              { label: "Sandbox: let the bank say won…", onSelect: () => onChoose("won") },
              { label: "Sandbox: let the bank say lost…", onSelect: () => onChoose("lost") },
            ]
          : []),
        ...(state === "NEEDS_RESPONSE" && !response
          ? [{ label: "Accept dispute…", danger: true, onSelect: () => onChoose("accept") }]
          : []),
      ]}
    />
  );
}

function Details({ dispute }: { dispute: Dispute }) {
  const { payment } = dispute;
  return (
    <Section title="Details">
      <Facts
        facts={[
          {
            label: "Payment",
            value: <Link href={`/payments/${payment.id}`}>{payment.number ?? "See payment"}</Link>,
          },
          { label: "Paid with", value: payment.methodLabel },
          { label: "Fee of the gateway", value: <Money {...dispute.fee} /> },
          { label: "Opened on", value: <Day value={dispute.openedOn} /> },
          { label: "Evidence until", value: <Day value={dispute.evidenceDueOn} /> },
          { label: "Answered on", value: dispute.respondedOn && <Day value={dispute.respondedOn} /> },
          { label: "Decided on", value: dispute.decidedOn && <Day value={dispute.decidedOn} /> },
          { label: "Gateway", value: gatewayName(dispute.gateway) },
          { label: "Reference", value: <CopyText text={dispute.reference} what="reference" /> },
        ]}
      />
    </Section>
  );
}
