import type { PreferenceInput, PortalSwitch, SwitchKind } from "../gql/graphql.ts";

/** What a switch is set to: just one part is there, that of its kind. */
export type Value = {
  flag?: boolean | null;
  number?: number | null;
  choice?: string | null;
  planIds?: readonly string[] | null;
};

/** What a switch is and what it can be set to, as far as its values are written in words. */
export type Definition = {
  name: PortalSwitch;
  kind: SwitchKind;
  under?: PortalSwitch | null;
  choices: readonly { value: string; label: string }[];
};

/** What is about to be set, by switch; null is to be inherited. */
export type Draft = Partial<Record<PortalSwitch, Value | null>>;

/** A value in words. */
export function valueText({ kind, choices }: Definition, value: Value): string {
  switch (kind) {
    case "FLAG":
      return value.flag ? "On" : "Off";
    case "NUMBER":
      return (value.number ?? 0).toLocaleString();
    case "CHOICE":
      return choices.find((one) => one.value === value.choice)?.label ?? "";
    case "PLANS": {
      const count = value.planIds?.length ?? 0;
      if (count === 0) return "Every plan of the product";
      return count === 1 ? "1 plan" : `${count.toLocaleString()} plans`;
    }
  }
}

/** Whether two values say the same. */
export function same(one: Value | null | undefined, other: Value | null | undefined): boolean {
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other));
}

/** The input of the mutation, in a lasting order so that faults find their switch again. */
export function inputOf(draft: Draft): PreferenceInput[] {
  return (Object.keys(draft) as PortalSwitch[]).map((name) => {
    const value = draft[name];
    return {
      name,
      ...(value?.flag != null && { flag: value.flag }),
      ...(value?.number != null && { number: value.number }),
      ...(value?.choice != null && { choice: value.choice }),
      ...(value?.planIds != null && { planIds: [...value.planIds] }),
    };
  });
}

function parts(value: Value | null | undefined) {
  return value
    ? [value.flag ?? null, value.number ?? null, value.choice ?? null, value.planIds ?? null]
    : null;
}
