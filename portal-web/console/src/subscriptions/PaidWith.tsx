import { Button, Switch } from "@mantine/core";
import { methodText } from "@quittance/shared/methods/methodText.ts";
import { useAutoCharge } from "@quittance/shared/methods/useAutoCharge.ts";
import { isOver } from "@quittance/ui/ExpiryDay.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { Link } from "wouter";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { ChooseMethodDialog } from "./ChooseMethodDialog.tsx";

const PaidWithFields = graphql(`
  fragment PaidWith on SubscriptionContract {
    id
    endedOn
    customer {
      id
      today
      paymentMethods {
        id
        label
        name
        expiresOn
      }
    }
    paymentMethod {
      id
      label
      name
      expiresOn
    }
    autoCharge {
      on
      possible
    }
  }
`);

/** The kept method that pays a subscription, and whether it does by itself. */
export function PaidWith({ of }: { of: FragmentType<typeof PaidWithFields> }) {
  const { id, endedOn, customer, paymentMethod, autoCharge } = getFragmentData(PaidWithFields, of);
  const mayChoose = useMay("PAYMENT_WRITE") && !endedOn;
  const mayTurn = useMay("SUBSCRIPTION_WRITE") && autoCharge.possible;
  const [choosing, setChoosing] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { turn, busy } = useAutoCharge(id);
  const others = customer.paymentMethods.length > (paymentMethod ? 1 : 0);

  if (endedOn && !paymentMethod) return null;
  return (
    <Section
      title="Payment"
      action={
        mayChoose &&
        others && (
          <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
            {paymentMethod ? "Change" : "Choose"}
          </Button>
        )
      }
    >
      <div style={{ display: "grid", gap: 16 }}>
        {paymentMethod ? (
          <div>
            {methodText(paymentMethod)}
            {isOver(paymentMethod.expiresOn, customer.today) && ", expired"}
          </div>
        ) : (
          <div>
            {others ? "No payment method is chosen." : "The customer keeps no payment method. "}
            {!others && <Link href={`/customers/${customer.id}?tab=methods`}>Ask for a card</Link>}
          </div>
        )}
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        {mayTurn ? (
          <Switch
            label="Auto-charge"
            description={
              autoCharge.on
                ? "What falls due is charged to it by itself."
                : "Charges what falls due from now on. Invoices that are there already stay the customer's to pay."
            }
            checked={autoCharge.on}
            disabled={busy}
            onChange={(event) => void turn(event.currentTarget.checked).then(setRefusal)}
          />
        ) : (
          autoCharge.on && <div>What falls due is charged to it by itself.</div>
        )}
      </div>
      {choosing && (
        <ChooseMethodDialog
          id={id}
          chosen={paymentMethod?.id}
          methods={customer.paymentMethods}
          today={customer.today}
          onClose={() => setChoosing(false)}
        />
      )}
    </Section>
  );
}
