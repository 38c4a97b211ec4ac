import { TextInput } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { Named } from "./methodText.ts";

const RenamePaymentMethod = graphql(`
  mutation RenamePaymentMethod($input: RenamePaymentMethodInput!) {
    renamePaymentMethod(input: $input) {
      __typename
      ... on PaymentMethodChanged {
        method {
          id
          name
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Props = {
  method: Named & { id: string };
  /** What the name is for. */
  description: string;
  onClose: () => void;
};

/** Says what a payment method is called. */
export function RenameMethodDialog({ method, description, onClose }: Props) {
  const [name, setName] = useState(method.name ?? "");
  const [, rename] = useMutation(RenamePaymentMethod);
  const act = async () => {
    const { data, error } = await rename({ input: { methodId: method.id, name } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.renamePaymentMethod.__typename) {
      case "PaymentMethodChanged":
        return;
      case "SwitchedOff":
      case "InvalidInput":
        return data.renamePaymentMethod.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Rename ${method.label}`}
      confirm="Save name"
      onConfirm={act}
    >
      <TextInput
        label="Name"
        description={description}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
