import { faultOf } from "@quittance/client/faultOf.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState, type ReactNode } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const SetDefaultPaymentMethod = graphql(`
  mutation SetDefaultPaymentMethod($input: SetDefaultPaymentMethodInput!) {
    setDefaultPaymentMethod(input: $input) {
      __typename
      ... on PaymentMethodChanged {
        method {
          id
          isDefault
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

/** Lets a method be the one offered first; with what was refused. */
export function useMakeDefault(): [makeDefault: (methodId: string) => void, refusal: ReactNode] {
  const [, send] = useMutation(SetDefaultPaymentMethod);
  const [refusal, setRefusal] = useState<string>();
  const act = async (methodId: string) => {
    const { data, error } = await send({ input: { methodId } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
    switch (data.setDefaultPaymentMethod.__typename) {
      case "PaymentMethodChanged":
        return setRefusal(undefined);
      case "SwitchedOff":
      case "InvalidInput":
        return setRefusal(data.setDefaultPaymentMethod.message);
    }
  };
  return [(methodId) => void act(methodId), refusal && <Notice tone="negative">{refusal}</Notice>];
}
