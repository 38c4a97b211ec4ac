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

const changing = { additionalTypenames: ["PaymentMethod", "SubscriptionContract"] };

type Props = {
  method: Named & { id: string };
  /** How many subscriptions are charged to it by themselves. */
  charged: number;
  onClose: () => void;
};

/** Removes a payment method; says first what is no longer paid by itself then. */
export function RemoveMethodDialog({ method, charged, onClose }: Props) {
  const [, remove] = useMutation(RemovePaymentMethod);
  // One that began to be charged meanwhile is said, and then it is the reader's wish, too.
  const [stops, setStops] = useState(charged > 0);
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
      confirm={stops ? "Remove, and pay by hand" : "Remove payment method"}
      danger
      onConfirm={act}
    >
      {stops
        ? `${charged > 1 ? `${charged} subscriptions are` : "A subscription is"} charged to it by itself. That ends, and you pay their invoices by hand from then on. Replace it instead to let another card go on.`
        : "It can't be paid with any more. What was paid with it stays paid."}
    </ConfirmDialog>
  );
}
