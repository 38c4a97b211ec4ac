/** An amount as GraphQL serves it: a decimal string and its currency. */
export type Amount = { amount: string; currency: string };

type Props = Amount & {
  /** Writes `+` before amounts above zero, for columns of debits and credits. */
  signed?: boolean;
};

/** An amount as the reader's language writes it. */
export function Money({ amount, currency, signed = false }: Props) {
  return (
    <span className="tabular" style={{ whiteSpace: "nowrap" }}>
      {moneyText({ amount, currency }, signed)}
    </span>
  );
}

/** The same as text, for buttons and messages: "USD 25.80". The string goes straight to Intl: no float in between. */
export function moneyText({ amount, currency }: Amount, signed = false, locale?: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "code",
    signDisplay: signed ? "exceptZero" : "auto",
  });
  return format.format(amount as Intl.StringNumericLiteral);
}

/** Whether it is no money at all. */
export function isZero({ amount }: Amount): boolean {
  return /^-?0(\.0*)?$/.test(amount);
}

/** Amounts of different currencies, one below the other: they are never added. */
export function MoneyByCurrency({ amounts, none = "—" }: { amounts: readonly Amount[]; none?: string }) {
  if (amounts.length === 0) return none;
  return amounts.map((amount) => (
    <div key={amount.currency}>
      <Money {...amount} />
    </div>
  ));
}
