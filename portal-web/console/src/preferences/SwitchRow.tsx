import type { PreferenceLevel } from "../gql/graphql.ts";
import styles from "./Preferences.module.css";
import type { Preference } from "./PreferencesEditor.tsx";
import { SwitchControl } from "./SwitchControl.tsx";
import { valueText, type Value } from "./values.ts";

type Props = {
  preference: Preference;
  own: Value | null;
  /** Whether what is shown is not saved yet. */
  changed: boolean;
  plans: readonly { id: string; name: string }[];
  fault: string | undefined;
  disabled: boolean;
  onChange: (own: Value | null) => void;
};

const sources: Record<PreferenceLevel, string> = {
  DEFAULT: "as delivered",
  ORGANIZATION: "from the organisation",
  PLAN: "from the plan",
  CUSTOMER: "from the customer",
};

/** A switch, how it stands here, and where that comes from. */
export function SwitchRow({ preference, own, changed, plans, fault, disabled, onChange }: Props) {
  const { definition, inherited, inheritedFrom } = preference;
  return (
    <div className={styles.row} {...(definition.under && { "data-under": true })}>
      <div>
        <div className={styles.label}>{definition.label}</div>
        <div className={styles.soft}>{definition.hint}</div>
        <div className={styles.soft}>
          {own
            ? `Set here: ${valueText(definition, own).toLowerCase()}. Otherwise ${valueText(definition, inherited).toLowerCase()}, ${sources[inheritedFrom]}.`
            : `${valueText(definition, inherited)}, ${sources[inheritedFrom]}.`}
          {changed && " Not saved yet."}
        </div>
        {fault && (
          <div className={styles.fault} role="alert">
            {fault}
          </div>
        )}
      </div>
      <SwitchControl
        definition={definition}
        own={own}
        inherited={inherited}
        plans={plans}
        disabled={disabled}
        onChange={onChange}
      />
    </div>
  );
}
