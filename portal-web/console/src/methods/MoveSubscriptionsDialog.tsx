import { NativeSelect } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { methodText, type Named } from "@quittance/shared/methods/methodText.ts";

const MoveSubscriptions = graphql(`
  mutation MoveSubscriptions($input: MoveSubscriptionsInput!) {
    moveSubscriptions(input: $input) {
      __typename
      ... on SubscriptionsMoved {
        method {
          id
        }
      }
      ... on SwitchedOff {
        message
      }
    }
  }
`);

const changing = { additionalTypenames: ["PaymentMethod", "SubscriptionContract", "Customer"] };

type Props = {
  method: Named & {
    id: string;
    subscriptions?: readonly { id: string; number: string; plan: { name: string } }[];
  };
  /** The others that the customer keeps, at least one. */
  others: readonly (Named & { id: string; expired: boolean })[];
  onClose: () => void;
};

/** Lets another kept method pay what this one pays. */
export function MoveSubscriptionsDialog({ method, others, onClose }: Props) {
  const [, move] = useMutation(MoveSubscriptions);
  const [toId, setToId] = useState((others.find(({ expired }) => !expired) ?? others[0])?.id ?? "");
  const act = async () => {
    const { data, error } = await move({ input: { fromId: method.id, toId } }, changing);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was moved. Try again.";
    switch (data.moveSubscriptions.__typename) {
      case "SubscriptionsMoved":
        return;
      case "SwitchedOff":
        return data.moveSubscriptions.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Move what ${methodText(method)} pays`}
      confirm="Move subscriptions"
      onConfirm={act}
    >
      <ul style={{ marginBottom: 16, fontWeight: 600 }}>
        {(method.subscriptions ?? []).map(({ id, number, plan }) => (
          <li key={id}>{`${plan.name} ${number}`}</li>
        ))}
      </ul>
      <NativeSelect
        label="Paid from now on with"
        description="Whether by itself stays as it is."
        value={toId}
        onChange={(event) => setToId(event.currentTarget.value)}
        data={others.map((one) => ({
          value: one.id,
          label: one.expired ? `${methodText(one)} (expired)` : methodText(one),
        }))}
      />
    </ConfirmDialog>
  );
}
