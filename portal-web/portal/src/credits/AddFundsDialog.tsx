import { Button, TextInput } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Bone, LoadingCard } from "@quittance/ui/Loading.tsx";
import { moneyText } from "@quittance/ui/Money.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useRested } from "@quittance/ui/useRested.ts";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { getFragmentData, graphql } from "../gql";
import { CardChoice, CardChoiceFields } from "../payments/CardChoice.tsx";
import { CardEntry, offeredCards } from "../payments/CardEntry.ts";
import { outcomeOf } from "../payments/outcome.ts";
import { usePay } from "../payments/Paying.tsx";
import { TopUpQuote, TopUpQuoteFields } from "./TopUpQuote.tsx";

const AddFundsQuery = graphql(`
  query AddFunds {
    viewer {
      id
      customer {
        id
        paymentOptions {
          ...CardChoice
        }
      }
    }
    paymentRules {
      topUpLimits {
        currency
        least {
          amount
          currency
        }
        most {
          amount
          currency
        }
      }
    }
  }
`);

const PreviewTopUp = graphql(`
  query PreviewTopUp($input: PreviewTopUpInput!) {
    previewTopUp(input: $input) {
      ...TopUpQuote
    }
  }
`);

const TopUp = graphql(`
  mutation TopUp($input: TopUpInput!, $invoices: Boolean = false) {
    topUp(input: $input) {
      ...PayOutcome
    }
  }
`);

type Props = { customer: { id: string; currency: string }; onClose: () => void };

/** Asks for an amount and a card; the dialog in which everything is paid goes on from there. */
export function AddFundsDialog({ customer: { id, currency }, onClose }: Props) {
  const [{ data }] = useQuery({ query: AddFundsQuery });
  const [amount, setAmount] = useState("");
  const [chosen, setChosen] = useState<string>();
  const [key, setKey] = useState(newKey);
  const [refusal, setRefusal] = useState<string>();
  const [entry] = useState(() => new CardEntry());
  const [reading, setReading] = useState(false);
  const [{ fetching }, topUp] = useMutation(TopUp);
  const pay = usePay();
  const options = data?.viewer?.customer?.paymentOptions ?? [];
  const cards = offeredCards(getFragmentData(CardChoiceFields, options));
  const card = chosen ?? cards[0];
  const limit = data?.paymentRules.topUpLimits.find((one) => one.currency === currency);

  const rested = useRested(amount);
  const [preview, ask] = useQuery({
    query: PreviewTopUp,
    variables: { input: { customerId: id, amount: { amount: rested, currency } } },
    requestPolicy: "network-only",
    pause: rested === "",
  });
  const current = rested === amount && amount !== "" && !preview.fetching;
  const shown = current && !preview.error ? preview.data?.previewTopUp : undefined;
  const quote = shown && getFragmentData(TopUpQuoteFields, shown);
  const fault = current && preview.error ? faultOf(preview.error).reason : undefined;

  const send = async () => {
    if (card === undefined || !quote) return;
    setRefusal(undefined);
    setReading(true);
    const entered = await entry.token(card);
    setReading(false);
    if (entered.kind === "refused") return setRefusal(entered.message);
    const answer = await topUp({
      input: {
        customerId: id,
        amount: { amount, currency },
        cardToken: entered.token,
        quoteToken: quote.token,
        idempotencyKey: key,
      },
    });
    if (!answer.data)
      return setRefusal(
        `No answer came. ${(answer.error && faultOf(answer.error).reason) ?? ""} Nothing is charged twice when you try again.`,
      );
    setKey(newKey());
    entry.forget();
    const outcome = outcomeOf(answer.data.topUp);
    if (outcome.kind === "refused" || outcome.kind === "stale") {
      setRefusal(outcome.message);
      return ask();
    }
    onClose();
    pay({ invoiceIds: [], begun: outcome });
  };

  return (
    <Dialog opened onClose={onClose} title="Add funds">
      <div style={{ display: "grid", gap: 16 }}>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        <p style={{ margin: 0 }}>
          A deposit without tax, used first when you pay. Its receipt is no invoice.
        </p>
        <TextInput
          label="Amount"
          aria-required
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          error={fault}
          onChange={(event) => setAmount(event.currentTarget.value.trim())}
          rightSection={<span>{currency}</span>}
          rightSectionWidth={56}
          {...(limit && { description: `Between ${moneyText(limit.least)} and ${moneyText(limit.most)}.` })}
        />
        {shown ? <TopUpQuote quote={shown} /> : amount !== "" && !fault && <Bone height={72} />}
        {!data && <LoadingCard lines={4} />}
        {cards.length > 0 && (
          <CardChoice options={options} value={card ?? ""} onChange={setChosen} entry={entry} />
        )}
        {data && cards.length === 0 && (
          <Notice tone="attention" quiet>
            There is no way to pay online yet.
          </Notice>
        )}
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={fetching || reading}
          disabled={!quote || card === undefined}
          onClick={() => void send()}
        >
          {quote ? `Add ${moneyText(quote.amount)}` : "Add funds"}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
