import { Money, type Amount } from "./Money.tsx";

type Props = { label: string; value: Amount; strong?: boolean };

/** One amount of a list of sums: what it is called, and how much it is. */
export function Sum({ label, value, strong = false }: Props) {
  return (
    <div {...(strong && { "data-strong": true })}>
      <dt>{label}</dt>
      <dd>
        <Money {...value} />
      </dd>
    </div>
  );
}
