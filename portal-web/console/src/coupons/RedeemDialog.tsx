import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const RedeemCoupon = graphql(`
  mutation RedeemCoupon($input: RedeemCouponInput!) {
    redeemCoupon(input: $input) {
      __typename
      ... on CouponRedeemed {
        subscription {
          id
          coupons {
            id
          }
        }
      }
      ... on CouponRefused {
        message
      }
      ... on SubscriptionOver {
        message
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

/** Redeems a coupon for a subscription by its code. */
export function RedeemDialog({ subscriptionId, onClose }: { subscriptionId: string; onClose: () => void }) {
  const [, redeem] = useMutation(RedeemCoupon);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await redeem({ input: { subscriptionId, code: values.text("code") } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
    const answer = data.redeemCoupon;
    switch (answer.__typename) {
      case "CouponRedeemed":
        return onClose();
      case "CouponRefused":
        return setFaults([{ path: "code", message: answer.message }]);
      case "SubscriptionOver":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Redeem a coupon">
      <Form submit="Redeem coupon" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
        <TextField path="code" label="Code" required />
        <p>It acts from the next invoice on.</p>
      </Form>
    </Dialog>
  );
}
