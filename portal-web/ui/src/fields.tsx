import { Checkbox, NativeSelect, PasswordInput, TextInput, Textarea } from "@mantine/core";
import { useId, type HTMLInputAutoCompleteAttribute, type ReactNode } from "react";
import { useFault } from "./faults.ts";

/** What every field of a form has. `path` is its name and the path by which the server tells its faults. */
type Field = {
  path: string;
  label: string;
  /** What to enter, where the label leaves a doubt. */
  hint?: ReactNode;
  required?: boolean;
};

type Text = Field & {
  value?: string | null | undefined;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  placeholder?: string;
  maxLength?: number;
};

type Line = Text & {
  type?: "text" | "email" | "tel" | "url";
  /** What is offered while typing; anything else may be entered, too. */
  suggestions?: readonly string[];
};

/** One line of text. */
export function TextField({ type = "text", suggestions, ...field }: Line) {
  const list = useId();
  const text = useText(field);
  if (!suggestions) return <TextInput type={type} {...text} />;
  return (
    <div>
      <TextInput type={type} {...text} list={list} autoComplete="off" />
      <datalist id={list}>
        {suggestions.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </div>
  );
}

/** Several lines of text. */
export function TextAreaField({ rows = 3, ...field }: Text & { rows?: number }) {
  return <Textarea rows={rows} {...useText(field)} />;
}

/** A password, with an eye to show it. */
export function PasswordField(field: Omit<Text, "value">) {
  return (
    <PasswordInput
      visibilityToggleButtonProps={{ "aria-label": "Show or hide the password", tabIndex: 0 }}
      {...useText(field)}
    />
  );
}

/** A decimal as text: it goes to the server as it was typed. */
export function DecimalField({ suffix, ...field }: Text & { suffix?: string }) {
  const text = useText(field);
  return (
    <TextInput
      inputMode="decimal"
      {...text}
      {...(suffix && { rightSection: <span>{suffix}</span>, rightSectionWidth: 56 })}
    />
  );
}

/** A whole number. */
export function WholeField(field: Text) {
  return <TextInput inputMode="numeric" {...useText(field)} />;
}

type Day = Text & { min?: string; max?: string; onChange?: (value: string) => void };

/** A calendar day, in the browser's own picker. */
export function DayField({ min, max, onChange, ...field }: Day) {
  return (
    <TextInput
      type="date"
      {...useText(field)}
      {...(min && { min })}
      {...(max && { max })}
      {...(onChange && { onChange: (event) => onChange(event.currentTarget.value) })}
    />
  );
}

export type Choice = { value: string; label: string; disabled?: boolean };

type Select = Field & {
  choices: readonly Choice[];
  value?: string | undefined;
  onChange?: (value: string) => void;
};

/** One of a few, in the system's own list. */
export function SelectField({ choices, onChange, ...field }: Select) {
  return (
    <NativeSelect
      data={[...choices]}
      {...useText(field)}
      {...(onChange && { onChange: (event) => onChange(event.currentTarget.value) })}
    />
  );
}

type Box = Omit<Field, "required"> & {
  checked?: boolean;
  /** Where several boxes share a path: which of them this is. */
  value?: string;
  disabled?: boolean;
};

/** Yes or no. */
export function CheckboxField({ path, label, hint, checked = false, value, disabled = false }: Box) {
  const error = useFault(path);
  return (
    <Checkbox
      name={path}
      label={label}
      defaultChecked={checked}
      disabled={disabled}
      {...(value !== undefined && { value })}
      {...(hint !== undefined && { description: hint })}
      {...(error !== undefined && { error })}
    />
  );
}

/** What Mantine's inputs are given for a field, its fault included. */
function useText({ path, label, hint, required = false, value, ...rest }: Text) {
  const error = useFault(path);
  return {
    name: path,
    label: required ? label : `${label} (optional)`,
    ...(required && { "aria-required": true }),
    ...(value != null && { defaultValue: value }),
    ...(hint !== undefined && { description: hint }),
    // Mantine's password field does not say so by itself.
    ...(error !== undefined && { error, "aria-invalid": true }),
    ...rest,
  };
}
