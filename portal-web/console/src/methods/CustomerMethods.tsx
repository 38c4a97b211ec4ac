import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { Badge } from "@quittance/ui/Badge.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { ExpiryDay, isOver } from "@quittance/ui/ExpiryDay.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import IconCircleCheck from "@tabler/icons-react/icons/IconCircleCheck";
import { useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { CustomerMethodsQuery as Answer } from "../gql/graphql.ts";
import { AskForCardDialog } from "./AskForCardDialog.tsx";
import { methodText } from "@quittance/shared/methods/methodText.ts";
import { MoveSubscriptionsDialog } from "./MoveSubscriptionsDialog.tsx";
import { RemoveMethodDialog } from "./RemoveMethodDialog.tsx";
import { RenameMethodDialog } from "@quittance/shared/methods/RenameMethodDialog.tsx";
import { useMakeDefault } from "@quittance/shared/methods/useMakeDefault.tsx";

const CustomerMethodsQuery = graphql(`
  query CustomerMethods($id: ID!, $subscriptions: Boolean!) {
    customer(id: $id) {
      id
      today
      paymentMethods {
        id
        label
        brand
        lastFour
        name
        expiresOn
        isDefault
        subscriptions @include(if: $subscriptions) {
          id
          number
          plan {
            id
            name
          }
          autoCharge {
            on
          }
        }
      }
    }
  }
`);

type Customer = NonNullable<Answer["customer"]>;
type Method = Customer["paymentMethods"][number];

/** What is being done: to a method, or with a new one. */
type Doing = { what: "add" } | { what: "rename" | "move" | "remove"; method: Method };

const changing = { additionalTypenames: ["PaymentMethod", "SubscriptionContract", "Customer"] };

/** The payment methods that a customer keeps, and what each pays. */
export function CustomerMethods({ customerId }: { customerId: string }) {
  const [{ data, error }, ask] = useQuery({
    query: CustomerMethodsQuery,
    variables: { id: customerId, subscriptions: useMay("SUBSCRIPTION_READ") },
    context: changing,
  });
  if (error && !data)
    return (
      <Failure
        what="The payment methods could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customer) return <LoadingCard lines={4} />;
  return <Methods of={data.customer} />;
}

function Methods({ of: { id: customerId, today, paymentMethods: methods } }: { of: Customer }) {
  const mayChange = useMay("PAYMENT_WRITE");
  const [doing, setDoing] = useState<Doing>();
  const [makeDefault, refusal] = useMakeDefault();
  const close = () => setDoing(undefined);
  const others = (method: Method) =>
    methods
      .filter(({ id }) => id !== method.id)
      .map((one) => ({ ...one, expired: isOver(one.expiresOn, today) }));
  const actions = (method: Method): Action[] => [
    { label: "Rename", onSelect: () => setDoing({ what: "rename", method }) },
    ...(method.isDefault ? [] : [{ label: "Make default", onSelect: () => makeDefault(method.id) }]),
    ...((method.subscriptions ?? []).length > 0 && methods.length > 1
      ? [{ label: "Move subscriptions", onSelect: () => setDoing({ what: "move", method }) }]
      : []),
    { label: "Remove", danger: true, onSelect: () => setDoing({ what: "remove", method }) },
  ];
  return (
    <>
      {refusal}
      {methods.length === 0 ? (
        <EmptyState
          title="No payment method yet"
          {...(mayChange && {
            action: { label: "Ask for a card", onSelect: () => setDoing({ what: "add" }) },
          })}
        >
          A card that the customer keeps can pay its subscriptions by itself.
        </EmptyState>
      ) : (
        <Section
          title="Payment methods"
          action={
            mayChange && (
              <Button variant="default" onClick={() => setDoing({ what: "add" })}>
                Ask for a card
              </Button>
            )
          }
        >
          <RowTable
            bare
            label="Payment methods"
            rows={methods}
            rowKey={(method) => method.id}
            columns={[
              { header: "Method", cell: (method) => methodText(method) },
              {
                header: "Expires",
                cell: ({ expiresOn }) => (expiresOn ? <ExpiryDay value={expiresOn} today={today} /> : "—"),
              },
              { header: "Default", card: "beside", cell: (method) => <Default {...method} /> },
              { header: "Pays", cell: (method) => <Pays method={method} /> },
            ]}
            {...(mayChange && {
              action: (method: Method) => (
                <ActionMenu label={`More actions for ${methodText(method)}`} actions={actions(method)} />
              ),
            })}
          />
        </Section>
      )}
      {doing?.what === "add" && <AskForCardDialog customerId={customerId} onClose={close} />}
      {doing?.what === "rename" && (
        <RenameMethodDialog
          method={doing.method}
          description="The customer sees it, too. Blank for none."
          onClose={close}
        />
      )}
      {doing?.what === "move" && (
        <MoveSubscriptionsDialog method={doing.method} others={others(doing.method)} onClose={close} />
      )}
      {doing?.what === "remove" && (
        <RemoveMethodDialog
          method={doing.method}
          charged={(doing.method.subscriptions ?? []).filter(({ autoCharge }) => autoCharge.on)}
          last={methods.length === 1}
          onClose={close}
        />
      )}
    </>
  );
}

function Default({ isDefault }: Pick<Method, "isDefault">) {
  if (!isDefault) return null;
  return (
    <Badge tone="positive" icon={IconCircleCheck}>
      Default
    </Badge>
  );
}

function Pays({ method: { subscriptions } }: { method: Method }) {
  if (!subscriptions || subscriptions.length === 0) return "—";
  return subscriptions.map(({ id, number, plan, autoCharge }) => (
    <div key={id}>
      <Link href={`/subscriptions/${id}`}>{`${plan.name} ${number}`}</Link>
      {autoCharge.on && ", by itself"}
    </div>
  ));
}
