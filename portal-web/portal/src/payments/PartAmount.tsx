import { Button, TextInput } from "@mantine/core";
import { moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { useState, type SubmitEvent } from "react";
import styles from "./PaymentQuote.module.css";

type Props = {
  /** All that is due. */
  due: Amount;
  /** How much is to be paid at present; all when undefined. */
  part: Amount | undefined;
  /** Why the server will not take this amount. */
  fault: string | undefined;
  onPart: (part: Amount | undefined) => void;
};

/** Lets a part be paid; the server says anew what that will take. */
export function PartAmount({ due, part, fault, onPart }: Props) {
  const asked = (part ?? due).amount;
  const [typed, setTyped] = useState<string>();
  const changed = typed !== undefined && typed !== "" && typed !== asked;
  const choose = (amount: string) => {
    setTyped(undefined);
    onPart(amount === due.amount ? undefined : { amount, currency: due.currency });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (changed) choose(typed);
  };
  return (
    <form className={styles.part} onSubmit={submit} noValidate>
      <TextInput
        label="Amount to pay"
        description={`${moneyText(due)} is due. You may pay a part of it.`}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? asked}
        error={typed === undefined && fault}
        onChange={(event) => setTyped(event.currentTarget.value.trim())}
        rightSection={<span>{due.currency}</span>}
        rightSectionWidth={56}
      />
      {changed ? (
        <Button type="submit" variant="default">
          Change amount
        </Button>
      ) : (
        part && (
          <Button variant="default" onClick={() => choose(due.amount)}>
            Pay all
          </Button>
        )
      )}
    </form>
  );
}
