import { useComputedColorScheme } from "@mantine/core";
import { Bone } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Elements, PaymentElement, useElements, useStripe } from "@stripe/react-stripe-js";
import { loadStripe } from "@stripe/stripe-js/pure";
import { useEffect, useState } from "react";
import type { CardEntry, Entered } from "./CardEntry.ts";

type Props = { publishableKey: string; entry: CardEntry };

/** Stripe's own fields for a card: what is typed there goes to Stripe and to nobody else. */
export default function StripeFields({ publishableKey, entry }: Props) {
  const scheme = useComputedColorScheme("light");
  const [failed, setFailed] = useState(false);
  const [stripe] = useState(() =>
    loadStripe(publishableKey).catch(() => {
      setFailed(true);
      return null;
    }),
  );
  if (failed)
    return (
      <Notice tone="negative">
        The card’s fields could not be loaded from Stripe. Allow js.stripe.com in your browser and open this
        again.
      </Notice>
    );
  return (
    <Elements
      stripe={stripe}
      options={{
        mode: "setup",
        currency: "usd",
        allowedPaymentMethodTypes: ["card"],
        paymentMethodCreation: "manual",
        appearance: { theme: scheme === "dark" ? "night" : "stripe" },
      }}
    >
      <Fields entry={entry} onFailed={() => setFailed(true)} />
    </Elements>
  );
}

function Fields({ entry, onFailed }: { entry: CardEntry; onFailed: () => void }) {
  const stripe = useStripe();
  const elements = useElements();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!stripe || !elements) return;
    entry.offer(async (): Promise<Entered> => {
      const { error: unfit } = await elements.submit();
      if (unfit) return refused(unfit.message);
      const { error, paymentMethod } = await stripe.createPaymentMethod({ elements });
      return paymentMethod ? { kind: "token", token: paymentMethod.id } : refused(error.message);
    });
  }, [stripe, elements, entry]);
  return (
    <>
      {!ready && <Bone height={120} />}
      <PaymentElement
        // Only cards are kept and charged: what a wallet hands over is none.
        options={{ wallets: { applePay: "never", googlePay: "never", link: "never" } }}
        onReady={() => setReady(true)}
        onChange={() => entry.forget()}
        onLoadError={onFailed}
      />
    </>
  );
}

function refused(message: string | undefined): Entered {
  return { kind: "refused", message: message ?? "The card was not taken. Check what you typed." };
}
