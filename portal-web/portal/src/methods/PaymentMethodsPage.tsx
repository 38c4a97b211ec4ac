import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { Badge } from "@quittance/ui/Badge.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { ExpiryDay } from "@quittance/ui/ExpiryDay.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import IconCircleCheck from "@tabler/icons-react/icons/IconCircleCheck";
import { useState } from "react";
import { useQuery } from "urql";
import { useLivePayments, useLiveSubscriptions } from "../app/live.ts";
import { PageLink } from "../app/PageLink.tsx";
import { useMay, useSwitch } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { PaymentMethodsPageQuery as Answer } from "../gql/graphql.ts";
import { KeepMethodDialog } from "./KeepMethodDialog.tsx";
import { methodText } from "@quittance/shared/methods/methodText.ts";
import { RemoveMethodDialog } from "./RemoveMethodDialog.tsx";
import { RenameMethodDialog } from "@quittance/shared/methods/RenameMethodDialog.tsx";
import { useMakeDefault } from "@quittance/shared/methods/useMakeDefault.tsx";

const PaymentMethodsPageQuery = graphql(`
  query PaymentMethodsPage($subscriptions: Boolean!) {
    viewer {
      id
      customer {
        id
        today
        paymentMethods {
          id
          label
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
  }
`);

type Customer = NonNullable<NonNullable<Answer["viewer"]>["customer"]>;
type Method = Customer["paymentMethods"][number];

/** What is being done: to a method, or with a new one. */
type Doing = { what: "add" } | { what: "rename" | "replace" | "remove"; method: Method };

const changing = { additionalTypenames: ["PaymentMethod", "Payment", "SubscriptionContract"] };

/** The payment methods that the customer keeps, and what each pays. */
export default function PaymentMethodsPage() {
  const subscriptions = useSwitch("SUBSCRIPTIONS");
  const [{ data, error }, ask] = useQuery({
    query: PaymentMethodsPageQuery,
    variables: { subscriptions },
    context: changing,
  });
  useLivePayments();
  useLiveSubscriptions();
  if (error && !data)
    return (
      <Failure
        what="Your payment methods could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  return (
    <>
      <PageTitle
        title="Payment methods"
        note="Card numbers stay with the card processor; we never see them."
      />
      {data?.viewer?.customer ? <Methods of={data.viewer.customer} /> : <LoadingCard lines={5} />}
    </>
  );
}

function Methods({ of: { id, today, paymentMethods } }: { of: Customer }) {
  const mayChange = useMay("CONTACT_BILLING");
  const [doing, setDoing] = useState<Doing>();
  const [makeDefault, refusal] = useMakeDefault();
  const close = () => setDoing(undefined);
  const actions = (method: Method): Action[] => [
    { label: "Rename", onSelect: () => setDoing({ what: "rename", method }) },
    ...(method.isDefault ? [] : [{ label: "Make default", onSelect: () => makeDefault(method.id) }]),
    { label: "Replace", onSelect: () => setDoing({ what: "replace", method }) },
    { label: "Remove", danger: true, onSelect: () => setDoing({ what: "remove", method }) },
  ];
  return (
    <div style={{ display: "grid", gap: 16 }}>
      {mayChange && (
        <div>
          <Button onClick={() => setDoing({ what: "add" })}>Add a card</Button>
        </div>
      )}
      {refusal}
      {paymentMethods.length === 0 ? (
        <EmptyState title="No payment method yet">
          A card that you keep pays in one click, and can pay your subscriptions by itself.
        </EmptyState>
      ) : (
        <RowTable
          label="Payment methods"
          rows={paymentMethods}
          rowKey={(method) => method.id}
          columns={[
            { header: "Method", cell: (method) => methodText(method) },
            {
              header: "Expires",
              cell: ({ expiresOn }) => expiresOn && <ExpiryDay value={expiresOn} today={today} />,
            },
            {
              header: "Default",
              card: "beside",
              cell: ({ isDefault }) =>
                isDefault ? (
                  <Badge tone="positive" icon={IconCircleCheck}>
                    Default
                  </Badge>
                ) : null,
            },
            { header: "Pays", cell: (method) => <Pays method={method} /> },
          ]}
          {...(mayChange && {
            action: (method: Method) => (
              <ActionMenu label={`More actions for ${methodText(method)}`} actions={actions(method)} />
            ),
          })}
        />
      )}
      {doing?.what === "add" && <KeepMethodDialog customerId={id} onClose={close} />}
      {doing?.what === "replace" && (
        <KeepMethodDialog customerId={id} instead={doing.method} onClose={close} />
      )}
      {doing?.what === "rename" && (
        <RenameMethodDialog
          method={doing.method}
          description="So that you tell it from others. Blank for none."
          onClose={close}
        />
      )}
      {doing?.what === "remove" && (
        <RemoveMethodDialog
          method={doing.method}
          charged={(doing.method.subscriptions ?? []).filter(({ autoCharge }) => autoCharge.on).length}
          onClose={close}
        />
      )}
    </div>
  );
}

function Pays({ method: { subscriptions } }: { method: Method }) {
  if (!subscriptions || subscriptions.length === 0) return null;
  return (
    <div>
      {subscriptions.map(({ id, number, plan, autoCharge }) => (
        <div key={id}>
          <PageLink by="SUBSCRIPTIONS" href={`/subscriptions/${id}`}>
            {`${plan.name} ${number}`}
          </PageLink>
          {autoCharge.on && ", by itself"}
        </div>
      ))}
    </div>
  );
}
