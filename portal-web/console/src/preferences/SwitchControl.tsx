import { Checkbox, NativeSelect, SegmentedControl, TextInput } from "@mantine/core";
import styles from "./Preferences.module.css";
import { valueText, type Definition, type Value } from "./values.ts";

type Props = {
  definition: Definition & { label: string; least?: number | null; most?: number | null };
  /** What is or will be set here; null where it is inherited. */
  own: Value | null;
  inherited: Value;
  plans: readonly { id: string; name: string }[];
  disabled: boolean;
  onChange: (own: Value | null) => void;
};

const INHERIT = "inherit";

/** Sets one switch by what it can be set to, or lets it be inherited. */
export function SwitchControl(props: Props) {
  switch (props.definition.kind) {
    case "FLAG":
      return <Flag {...props} />;
    case "NUMBER":
      return <Whole {...props} />;
    case "CHOICE":
      return <OneOf {...props} />;
    case "PLANS":
      return <Plans {...props} />;
  }
}

function Flag({ definition, own, inherited, disabled, onChange }: Props) {
  return (
    <SegmentedControl
      aria-label={definition.label}
      disabled={disabled}
      value={own ? String(own.flag) : INHERIT}
      data={[
        { value: INHERIT, label: `Inherited: ${valueText(definition, inherited).toLowerCase()}` },
        { value: "true", label: "On" },
        { value: "false", label: "Off" },
      ]}
      onChange={(chosen) => onChange(chosen === INHERIT ? null : { flag: chosen === "true" })}
    />
  );
}

function Whole({ definition, own, inherited, disabled, onChange }: Props) {
  const { least, most } = definition;
  return (
    <TextInput
      aria-label={definition.label}
      className={styles.control ?? ""}
      inputMode="numeric"
      autoComplete="off"
      disabled={disabled}
      placeholder={`Inherited: ${valueText(definition, inherited)}`}
      defaultValue={own?.number ?? ""}
      description={least != null && most != null && `${least.toLocaleString()} to ${most.toLocaleString()}`}
      onChange={(event) => {
        const text = event.currentTarget.value.trim();
        onChange(/^\d{1,9}$/.test(text) ? { number: Number(text) } : null);
      }}
    />
  );
}

function OneOf({ definition, own, inherited, disabled, onChange }: Props) {
  return (
    <NativeSelect
      aria-label={definition.label}
      className={styles.control ?? ""}
      disabled={disabled}
      value={own?.choice ?? INHERIT}
      data={[
        { value: INHERIT, label: `Inherited: ${valueText(definition, inherited)}` },
        ...definition.choices.map(({ value, label }) => ({ value, label })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        onChange(value === INHERIT ? null : { choice: value });
      }}
    />
  );
}

function Plans({ definition, own, inherited, plans, disabled, onChange }: Props) {
  const chosen = own?.planIds ?? [];
  const toggle = (id: string, on: boolean) =>
    onChange({ planIds: on ? [...chosen, id] : chosen.filter((one) => one !== id) });
  return (
    <div className={styles.control}>
      <NativeSelect
        aria-label={definition.label}
        disabled={disabled}
        value={own ? "own" : INHERIT}
        data={[
          { value: INHERIT, label: `Inherited: ${valueText(definition, inherited)}` },
          { value: "own", label: own ? valueText(definition, own) : "Choose plans" },
        ]}
        onChange={(event) =>
          onChange(event.currentTarget.value === INHERIT ? null : { planIds: inherited.planIds ?? [] })
        }
      />
      {own && (
        <div className={styles.plans} role="group" aria-label={definition.label}>
          {plans.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              disabled={disabled}
              checked={chosen.includes(id)}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
