import { Button, Switch } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { isOver } from "@quittance/ui/ExpiryDay.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { Link } from "wouter";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { methodText } from "../methods/methodText.ts";
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

const EnableAutoCharge = graphql(`
  mutation EnableAutoCharge($input: EnableAutoChargeInput!) {
    enableAutoCharge(input: $input) {
      __typename
      ... on AutoChargeSet {
        subscription {
          id
        }
      }
      ... on MethodNeeded {
        message
      }
      ... on SubscriptionOver {
        message
      }
      ... on SwitchedOff {
        message
      }
    }
  }
`);

const DisableAutoCharge = graphql(`
  mutation DisableAutoCharge($input: DisableAutoChargeInput!) {
    disableAutoCharge(input: $input) {
      __typename
      ... on AutoChargeSet {
        subscription {
          id
        }
      }
      ... on SwitchedOff {
        message
      }
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
  const [enabling, enable] = useMutation(EnableAutoCharge);
  const [disabling, disable] = useMutation(DisableAutoCharge);
  const others = customer.paymentMethods.length > (paymentMethod ? 1 : 0);

  const turn = async (on: boolean) => {
    const { data, error } = on ? await enable({ input: { id } }) : await disable({ input: { id } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    const came = "enableAutoCharge" in data ? data.enableAutoCharge : data.disableAutoCharge;
    return came.__typename === "AutoChargeSet" ? undefined : came.message;
  };

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
            disabled={enabling.fetching || disabling.fetching}
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
