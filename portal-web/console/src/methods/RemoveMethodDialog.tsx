import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { methodText, type Named } from "./methodText.ts";

const RemovePaymentMethod = graphql(`
  mutation RemovePaymentMethod($input: RemovePaymentMethodInput!) {
    removePaymentMethod(input: $input) {
      __typename
      ... on PaymentMethodRemoved {
        methodId
      }
      ... on MethodInUse {
        message
      }
      ... on SwitchedOff {
        message
      }
    }
  }
`);

const changing = { additionalTypenames: ["PaymentMethod", "SubscriptionContract", "Customer"] };

type Props = {
  method: Named & { id: string };
  /** The subscriptions that are charged to it by themselves. */
  charged: readonly { id: string; number: string; plan: { name: string } }[];
  /** Whether it is the only one that the customer keeps. */
  last: boolean;
  onClose: () => void;
};

/** Removes a payment method; says first what is no longer paid by itself then. */
export function RemoveMethodDialog({ method, charged, last, onClose }: Props) {
  const [, remove] = useMutation(RemovePaymentMethod);
  // One that began to be charged meanwhile is said, and then it is the reader's wish, too.
  const [stops, setStops] = useState(charged.length > 0);
  const act = async () => {
    const { data, error } = await remove({ input: { methodId: method.id, stopAutoCharge: stops } }, changing);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was removed. Try again.";
    switch (data.removePaymentMethod.__typename) {
      case "PaymentMethodRemoved":
        return;
      case "MethodInUse":
        setStops(true);
        return data.removePaymentMethod.message;
      case "SwitchedOff":
        return data.removePaymentMethod.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Remove ${methodText(method)}?`}
      confirm={stops ? "Remove, and end auto-charge" : "Remove payment method"}
      danger
      onConfirm={act}
    >
      {stops ? (
        <div style={{ display: "grid", gap: 12 }}>
          <div>Charged to it by itself, and to be paid by hand from then on:</div>
          <ul style={{ fontWeight: 600 }}>
            {charged.map(({ id, number, plan }) => (
              <li key={id}>{`${plan.name} ${number}`}</li>
            ))}
          </ul>
          <div>
            {last
              ? "It is the only payment method of this customer. Ask for another card first to let auto-charge go on."
              : "Move this to another payment method first to let auto-charge go on."}
          </div>
        </div>
      ) : (
        "It can’t be paid with any more. What was paid with it stays paid."
      )}
    </ConfirmDialog>
  );
}
