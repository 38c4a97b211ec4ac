import { NativeSelect } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { isOver } from "@quittance/ui/ExpiryDay.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { methodText, type Named } from "@quittance/shared/methods/methodText.ts";

const SetSubscriptionMethod = graphql(`
  mutation SetSubscriptionMethod($input: SetSubscriptionMethodInput!) {
    setSubscriptionMethod(input: $input) {
      __typename
      ... on SubscriptionMethodSet {
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

const changing = { additionalTypenames: ["PaymentMethod", "SubscriptionContract"] };

type Method = Named & { id: string; expiresOn: string | null };

type Props = {
  id: string;
  chosen: string | undefined;
  /** What the customer keeps, at least one. */
  methods: readonly Method[];
  today: string;
  onClose: () => void;
};

/** Chooses the kept method that pays a subscription. */
export function ChooseMethodDialog({ id, chosen, methods, today, onClose }: Props) {
  const [, choose] = useMutation(SetSubscriptionMethod);
  const [methodId, setMethodId] = useState(chosen ?? methods[0]?.id ?? "");
  const act = async () => {
    const { data, error } = await choose({ input: { id, methodId } }, changing);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.setSubscriptionMethod.__typename) {
      case "SubscriptionMethodSet":
        return;
      case "SwitchedOff":
        return data.setSubscriptionMethod.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title="What pays this subscription"
      confirm="Pay with it"
      onConfirm={act}
    >
      <NativeSelect
        label="Paid from now on with"
        description="Whether by itself stays as it is."
        value={methodId}
        onChange={(event) => setMethodId(event.currentTarget.value)}
        data={methods.map((one) => ({
          value: one.id,
          label: isOver(one.expiresOn, today) ? `${methodText(one)} (expired)` : methodText(one),
        }))}
      />
    </ConfirmDialog>
  );
}
