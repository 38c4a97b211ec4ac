import { Radio } from "@mantine/core";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./CardChoice.module.css";

export const CardChoiceFields = graphql(`
  fragment CardChoice on PaymentOption {
    gateway
    name
    testCards {
      token
      label
      behaviour
    }
  }
`);

type Props = {
  options: readonly FragmentType<typeof CardChoiceFields>[];
  value: string;
  onChange: (token: string) => void;
};

/** The cards to pay with. A sandbox offers test cards; a card processor's own fields stand here otherwise. */
export function CardChoice({ options, value, onChange }: Props) {
  return getFragmentData(CardChoiceFields, options).map(({ gateway, name, testCards }) => (
    <Radio.Group key={gateway} label={name} value={value} onChange={onChange}>
      <div className={styles.cards}>
        {testCards.map((card) => (
          <Radio
            key={card.token}
            value={card.token}
            label={card.label}
            description={card.behaviour}
            classNames={{ root: styles.card ?? "", body: styles.body ?? "", radio: styles.radio ?? "" }}
          />
        ))}
      </div>
    </Radio.Group>
  ));
}
