import { Button, Switch } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { useMay, useSwitch } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { methodText } from "../methods/methodText.ts";
import { isOn } from "./acts.ts";
import { ChooseMethodDialog } from "./ChooseMethodDialog.tsx";

export const PaidWithFields = graphql(`
  fragment PaidWith on SubscriptionContract {
    id
    endedOn
    portalSwitches {
      name
      on
    }
    paymentMethod {
      id
      label
      name
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

/** The method that pays a subscription, and whether it does by itself. */
export function PaidWith({ of }: { of: FragmentType<typeof PaidWithFields> }) {
  const subscription = getFragmentData(PaidWithFields, of);
  const { id, endedOn, paymentMethod, autoCharge } = subscription;
  const mayChange = useMay("CONTACT_BILLING");
  const details = useSwitch("DETAILS");
  const switchable = mayChange && isOn(subscription, "AUTO_CHARGE") && autoCharge.possible;
  const [choosing, setChoosing] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [enabling, enable] = useMutation(EnableAutoCharge);
  const [disabling, disable] = useMutation(DisableAutoCharge);

  const failed = "Nothing was changed. Try again.";
  const turnOn = async () => {
    const { data, error } = await enable({ input: { id } });
    if (!data) return (error && faultOf(error).reason) ?? failed;
    switch (data.enableAutoCharge.__typename) {
      case "AutoChargeSet":
        return undefined;
      case "MethodNeeded":
      case "SubscriptionOver":
      case "SwitchedOff":
        return data.enableAutoCharge.message;
    }
  };
  const turnOff = async () => {
    const { data, error } = await disable({ input: { id } });
    if (!data) return (error && faultOf(error).reason) ?? failed;
    switch (data.disableAutoCharge.__typename) {
      case "AutoChargeSet":
        return undefined;
      case "SwitchedOff":
        return data.disableAutoCharge.message;
    }
  };

  if (endedOn && !paymentMethod) return null;
  return (
    <Section
      title="Payment"
      action={
        mayChange &&
        details &&
        !endedOn && (
          <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
            {paymentMethod ? "Change" : "Choose"}
          </Button>
        )
      }
    >
      <div style={{ display: "grid", gap: 16 }}>
        <div>{paymentMethod ? methodText(paymentMethod) : "No payment method is chosen."}</div>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        {switchable ? (
          <Switch
            label="Auto-charge"
            description={
              autoCharge.on
                ? "What falls due is charged to it by itself."
                : "Charges what falls due from now on. Invoices that are there already stay yours to pay."
            }
            checked={autoCharge.on}
            disabled={enabling.fetching || disabling.fetching}
            onChange={(event) => void (event.currentTarget.checked ? turnOn() : turnOff()).then(setRefusal)}
          />
        ) : (
          autoCharge.on && <div>What falls due is charged to it by itself.</div>
        )}
      </div>
      {choosing && (
        <ChooseMethodDialog id={id} chosen={paymentMethod?.id} onClose={() => setChoosing(false)} />
      )}
    </Section>
  );
}
