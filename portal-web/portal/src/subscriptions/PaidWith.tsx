import { Button, Switch } from "@mantine/core";
import { methodText } from "@quittance/shared/methods/methodText.ts";
import { useAutoCharge } from "@quittance/shared/methods/useAutoCharge.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMay, useSwitch } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
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

/** The method that pays a subscription, and whether it does by itself. */
export function PaidWith({ of }: { of: FragmentType<typeof PaidWithFields> }) {
  const subscription = getFragmentData(PaidWithFields, of);
  const { id, endedOn, paymentMethod, autoCharge } = subscription;
  const mayChange = useMay("CONTACT_BILLING");
  const details = useSwitch("DETAILS");
  const switchable = mayChange && isOn(subscription, "AUTO_CHARGE") && autoCharge.possible;
  const [choosing, setChoosing] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const { turn, busy } = useAutoCharge(id);

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
            disabled={busy}
            onChange={(event) => void turn(event.currentTarget.checked).then(setRefusal)}
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
