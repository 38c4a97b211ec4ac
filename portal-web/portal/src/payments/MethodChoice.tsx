import { Radio } from "@mantine/core";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { methodText } from "@quittance/shared/methods/methodText.ts";
import styles from "./CardChoice.module.css";

export const MethodChoiceFields = graphql(`
  fragment MethodChoice on PaymentMethod {
    id
    label
    name
    isDefault
  }
`);

type Props = {
  methods: readonly FragmentType<typeof MethodChoiceFields>[];
  /** A method's id, or whatever else is chosen instead. */
  value: string;
  onChange: (id: string) => void;
};

/** The methods that the customer keeps, the default first. */
export function MethodChoice({ methods, value, onChange }: Props) {
  return (
    <Radio.Group label="Your payment methods" value={value} onChange={onChange}>
      <div className={styles.cards}>
        {getFragmentData(MethodChoiceFields, methods).map((method) => (
          <Radio
            key={method.id}
            value={method.id}
            label={methodText(method)}
            {...(method.isDefault && { description: "Your default" })}
            classNames={{ root: styles.card ?? "", body: styles.body ?? "", radio: styles.radio ?? "" }}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
