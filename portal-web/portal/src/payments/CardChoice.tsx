import { Radio } from "@mantine/core";
import { Bone } from "@quittance/ui/Loading.tsx";
import { Fragment, lazy, Suspense } from "react";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./CardChoice.module.css";
import { NEW_CARD, type CardEntry } from "./CardEntry.ts";

export const CardChoiceFields = graphql(`
  fragment CardChoice on PaymentOption {
    gateway
    name
    testCards {
      token
      label
      behaviour
    }
    publishableKey
  }
`);

const StripeFields = lazy(() => import("./StripeFields.tsx"));

type Props = {
  options: readonly FragmentType<typeof CardChoiceFields>[];
  /** A card's token, a new card, or whatever else is chosen instead. */
  value: string;
  onChange: (token: string) => void;
  entry: CardEntry;
};

/** The cards to pay with: the test cards of a sandbox, or a card processor's own fields. */
export function CardChoice({ options, value, onChange, entry }: Props) {
  return getFragmentData(CardChoiceFields, options).map(({ gateway, name, testCards, publishableKey }) => (
    <Fragment key={gateway}>
      <Radio.Group label={name} value={value} onChange={onChange}>
        <div className={styles.cards}>
          {publishableKey && <Radio value={NEW_CARD} label="A new card" classNames={row} />}
          {testCards.map((card) => (
            <Radio
              key={card.token}
              value={card.token}
              label={card.label}
              description={card.behaviour}
              classNames={row}
            />
          ))}
        </div>
      </Radio.Group>
      {publishableKey && value === NEW_CARD && (
        <Suspense fallback={<Bone height={120} />}>
          <StripeFields publishableKey={publishableKey} entry={entry} />
        </Suspense>
      )}
    </Fragment>
  ));
}

const row = { root: styles.card ?? "", body: styles.body ?? "", radio: styles.radio ?? "" };
