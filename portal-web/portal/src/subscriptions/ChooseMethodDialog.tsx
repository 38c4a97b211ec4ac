import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Link } from "wouter";
import { getFragmentData, graphql } from "../gql";
import { MethodChoice, MethodChoiceFields } from "../payments/MethodChoice.tsx";
import styles from "../payments/PaymentQuote.module.css";

const ChooseMethod = graphql(`
  query ChooseMethod {
    viewer {
      id
      customer {
        id
        paymentMethods {
          ...MethodChoice
        }
      }
    }
  }
`);

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

const changing = { additionalTypenames: ["PaymentMethod"] };

type Props = { id: string; chosen: string | undefined; onClose: () => void };

/** Chooses the kept method that pays a subscription. */
export function ChooseMethodDialog({ id, chosen, onClose }: Props) {
  const [{ data }] = useQuery({ query: ChooseMethod, context: changing });
  const [wished, setWished] = useState(chosen);
  const [refusal, setRefusal] = useState<string>();
  const [{ fetching }, choose] = useMutation(SetSubscriptionMethod);
  const methods = data?.viewer?.customer?.paymentMethods ?? [];
  const method = wished ?? getFragmentData(MethodChoiceFields, methods)[0]?.id;

  const send = async () => {
    if (method === undefined) return;
    const { data: came, error } = await choose({ input: { id, methodId: method } }, changing);
    if (!came) return setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
    switch (came.setSubscriptionMethod.__typename) {
      case "SubscriptionMethodSet":
        return onClose();
      case "SwitchedOff":
        return setRefusal(came.setSubscriptionMethod.message);
    }
  };

  return (
    <Dialog opened onClose={onClose} title="What pays this subscription">
      <div className={styles.stack}>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        {!data && <LoadingCard lines={3} />}
        {methods.length > 0 && <MethodChoice methods={methods} value={method ?? ""} onChange={setWished} />}
        {data && methods.length === 0 && <p style={{ margin: 0 }}>You keep no payment method yet.</p>}
      </div>
      <DialogActions>
        <Button component={Link} href="/account/payment-methods" variant="default">
          Payment methods
        </Button>
        <Button loading={fetching} disabled={method === undefined} onClick={() => void send()}>
          Pay with it
        </Button>
      </DialogActions>
    </Dialog>
  );
}
