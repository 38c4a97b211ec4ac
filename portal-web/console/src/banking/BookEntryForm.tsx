import { Radio, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { DayField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../gql";
import { enteredShares } from "../payments/ShareFields.tsx";
import { Spread, useSpread } from "../payments/Spread.tsx";
import { useConfirmEntry, type Refusal } from "./useConfirmEntry.ts";

const PayingCustomers = graphql(`
  query PayingCustomers($filter: CustomerFilter) {
    customers(filter: $filter, first: 6) {
      edges {
        node {
          id
          name
          externalId
          outstanding {
            currency
            invoiceIds
          }
        }
      }
    }
  }
`);

type Entry = { id: string; amount: Amount };

/** Books an entry as money of another customer, for other invoices, or as account credit. */
export function BookEntryForm({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 300);
  const [customer, setCustomer] = useState<string>();
  const [{ data }] = useQuery({ query: PayingCustomers, variables: { filter: search ? { search } : {} } });
  const found = data?.customers.edges.map(({ node }) => node) ?? [];
  const chosen = found.find(({ id }) => id === customer);
  return (
    <div style={{ display: "grid", gap: 16 }}>
      <TextInput
        label="Whose money is it?"
        description="Name or external id."
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {data ? (
        <Radio.Group
          label="Customer"
          value={customer ?? ""}
          onChange={setCustomer}
          {...(found.length === 0 && { description: "No customer is called like that." })}
        >
          <div style={{ display: "grid", gap: 8, marginTop: 8 }}>
            {found.map(({ id, name, externalId, outstanding }) => (
              <Radio
                key={id}
                value={id}
                label={externalId ? `${name} (${externalId})` : name}
                description={owes(outstanding, entry.amount.currency)}
              />
            ))}
          </div>
        </Radio.Group>
      ) : (
        <LoadingCard lines={4} />
      )}
      {chosen && (
        <Booking
          key={chosen.id}
          entry={entry}
          customer={chosen.id}
          owing={chosen.outstanding.some(({ currency }) => currency === entry.amount.currency)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function owes(outstanding: readonly { currency: string; invoiceIds: readonly string[] }[], currency: string) {
  const open = outstanding.find((one) => one.currency === currency)?.invoiceIds.length ?? 0;
  return open === 0 ? `Owes nothing in ${currency}` : `${open.toLocaleString()} open in ${currency}`;
}

type BookingProps = { entry: Entry; customer: string; owing: boolean; onDone: () => void };

function Booking({ entry, customer, owing, onDone }: BookingProps) {
  const confirm = useConfirmEntry(entry.id);
  const [as, setAs] = useState(owing ? "invoices" : "credit");
  const [refusal, setRefusal] = useState<Refusal>();
  const spread = useSpread(customer, entry.amount, as !== "invoices");
  const submit = async (values: FormValues) => {
    setRefusal(undefined);
    const refused = await confirm({
      customerId: customer,
      shares: as === "invoices" && spread.plan ? enteredShares(values, spread.plan.shares) : [],
      valueOn: values.optional("valueOn"),
    });
    if (refused) setRefusal(refused);
    else onDone();
  };
  return (
    <Form
      submit={`Book ${moneyText(entry.amount)}`}
      onSubmit={submit}
      {...(refusal?.fields && { faults: refusal.fields })}
      refusal={!refusal?.fields && refusal?.sentence}
    >
      <Radio.Group label="Booked as" value={as} onChange={setAs}>
        <div style={{ display: "grid", gap: 8, marginTop: 8 }}>
          <Radio value="invoices" label="Payment of open invoices" disabled={!owing} />
          <Radio value="credit" label="Account credit" />
        </div>
      </Radio.Group>
      {as === "invoices" && <Spread {...spread} />}
      <DayField path="valueOn" label="Value day" hint="Left empty, as the bank says." />
    </Form>
  );
}
