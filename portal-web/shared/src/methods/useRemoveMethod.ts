import { faultOf } from "@quittance/client/faultOf.ts";
import { useMutation } from "urql";
import { graphql } from "../gql";

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

/**
 * Removes a payment method; answers why not, where it was refused.
 *
 * @param onInUse it is charged by itself, which was not to be stopped
 */
export function useRemoveMethod(methodId: string, onInUse: () => void) {
  const [, remove] = useMutation(RemovePaymentMethod);
  return async (stopAutoCharge: boolean): Promise<string | undefined> => {
    const { data, error } = await remove({ input: { methodId, stopAutoCharge } }, changing);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was removed. Try again.";
    switch (data.removePaymentMethod.__typename) {
      case "PaymentMethodRemoved":
        return undefined;
      case "MethodInUse":
        onInUse();
        return data.removePaymentMethod.message;
      case "SwitchedOff":
        return data.removePaymentMethod.message;
    }
  };
}
