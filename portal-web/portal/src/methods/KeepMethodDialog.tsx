import { Button, Checkbox, TextInput } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation, useQuery, type CombinedError } from "urql";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { BankFrame } from "../payments/BankFrame.tsx";
import { CardChoice, CardChoiceFields } from "../payments/CardChoice.tsx";
import { CardEntry, offeredCards } from "../payments/CardEntry.ts";
import styles from "../payments/PaymentQuote.module.css";
import { keptOf, type Kept, type KeptFields } from "./kept.ts";
import { methodText, type Named } from "@quittance/shared/methods/methodText.ts";

const KeepMethod = graphql(`
  query KeepMethod {
    viewer {
      id
      customer {
        id
        paymentOptions {
          ...CardChoice
        }
      }
    }
  }
`);

const AddPaymentMethod = graphql(`
  mutation AddPaymentMethod($input: AddPaymentMethodInput!) {
    addPaymentMethod(input: $input) {
      ...Kept
    }
  }
`);

const ReplacePaymentMethod = graphql(`
  mutation ReplacePaymentMethod($input: ReplacePaymentMethodInput!) {
    replacePaymentMethod(input: $input) {
      ...Kept
    }
  }
`);

const ContinuePaymentMethod = graphql(`
  mutation ContinuePaymentMethod($input: ContinuePaymentMethodInput!) {
    continuePaymentMethod(input: $input) {
      ...Kept
    }
  }
`);

const changing = { additionalTypenames: ["PaymentMethod", "SubscriptionContract"] };

type Props = {
  customerId: string;
  /** The method instead of which a card is kept. */
  instead?: Named & { id: string };
  onClose: () => void;
};

/** Keeps a card, maybe instead of another method; the bank's confirmation step inside the page. */
export function KeepMethodDialog({ customerId, instead, onClose }: Props) {
  const [{ data }] = useQuery({ query: KeepMethod });
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState("");
  const [makeDefault, setMakeDefault] = useState(false);
  const [key, setKey] = useState(newKey);
  const [refusal, setRefusal] = useState<string>();
  const [bank, setBank] = useState<{ setupId: string; actionUrl: string }>();
  const [entry] = useState(() => new CardEntry());
  const [reading, setReading] = useState(false);
  const [adding, add] = useMutation(AddPaymentMethod);
  const [replacing, replace] = useMutation(ReplacePaymentMethod);
  const [continuing, goOn] = useMutation(ContinuePaymentMethod);
  const options = data?.viewer?.customer?.paymentOptions ?? [];
  const cards = offeredCards(getFragmentData(CardChoiceFields, options));
  const card = chosen ?? cards[0];

  const take = (answer: FragmentType<typeof KeptFields> | undefined, error: CombinedError | undefined) => {
    if (!answer)
      return setRefusal(
        `No answer came. ${(error && faultOf(error).reason) ?? ""} Nothing is kept twice when you try again.`,
      );
    const kept: Kept = keptOf(answer);
    switch (kept.kind) {
      case "kept":
        return onClose();
      case "bank":
        setRefusal(undefined);
        return setBank(kept);
      case "waiting":
        return setRefusal("The card processor has not answered yet. Try again.");
      case "refused":
        setBank(undefined);
        setKey(newKey());
        entry.forget();
        return setRefusal(kept.message);
    }
  };
  const send = async () => {
    if (card === undefined) return;
    setReading(true);
    const entered = await entry.token(card);
    setReading(false);
    if (entered.kind === "refused") return setRefusal(entered.message);
    setRefusal(undefined);
    const wish = { cardToken: entered.token, ...(name.trim() && { name }), idempotencyKey: key };
    if (instead) {
      const { data: came, error } = await replace({ input: { methodId: instead.id, ...wish } }, changing);
      return take(came?.replacePaymentMethod, error);
    }
    const { data: came, error } = await add({ input: { customerId, makeDefault, ...wish } }, changing);
    return take(came?.addPaymentMethod, error);
  };
  const confirmed = async (setupId: string) => {
    const { data: came, error } = await goOn({ input: { setupId } }, changing);
    take(came?.continuePaymentMethod, error);
  };

  if (bank)
    return (
      <Dialog opened onClose={onClose} title="Confirm with your bank">
        <div className={styles.stack}>
          {refusal && <Notice tone="negative">{refusal}</Notice>}
          <BankFrame
            actionUrl={bank.actionUrl}
            asking={continuing.fetching}
            onGoOn={() => void confirmed(bank.setupId)}
          >
            Your bank wants you to confirm that this card is kept. Nothing is charged.
          </BankFrame>
        </div>
      </Dialog>
    );
  return (
    <Dialog opened onClose={onClose} title={instead ? `Replace ${methodText(instead)}` : "Add a card"}>
      <div className={styles.stack}>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        {instead && <p style={{ margin: 0 }}>What it pays is paid with the new card from then on.</p>}
        {!data && <LoadingCard lines={4} />}
        {cards.length > 0 && (
          <CardChoice
            options={options}
            entry={entry}
            value={card ?? ""}
            onChange={(token) => {
              setChosen(token);
              // Another card is another act.
              setKey(newKey());
            }}
          />
        )}
        {data && cards.length === 0 && (
          <Notice tone="attention" quiet>
            There is no way to pay online yet.
          </Notice>
        )}
        <TextInput
          label="Name"
          description="So that you tell it from others. Blank for none."
          maxLength={60}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setKey(newKey());
          }}
        />
        {!instead && (
          <Checkbox
            label="Offer it first"
            checked={makeDefault}
            onChange={(event) => {
              setMakeDefault(event.currentTarget.checked);
              setKey(newKey());
            }}
          />
        )}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={adding.fetching || replacing.fetching || reading}
          disabled={card === undefined}
          onClick={() => void send()}
        >
          {instead ? "Replace card" : "Keep card"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
