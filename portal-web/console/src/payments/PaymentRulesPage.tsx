import { faultOf } from "@quittance/client/faultOf.ts";
import { Button } from "@mantine/core";
import { Failure } from "@quittance/ui/Failure.tsx";
import { CheckboxField, DecimalField, TextField } from "@quittance/ui/fields.tsx";
import { FieldPair } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { currencies } from "../app/suggestions.ts";
import { BankRulesCard } from "../banking/BankRulesCard.tsx";
import { graphql } from "../gql";
import type { PaymentRulesPageQuery as Answer } from "../gql/graphql.ts";

const PaymentRulesPageQuery = graphql(`
  query PaymentRulesPage {
    paymentRules {
      partialByContacts
      overpaymentOffline
      topUpByContacts
      topUpLimits {
        currency
        least {
          amount
          currency
        }
        most {
          amount
          currency
        }
      }
    }
  }
`);

const UpdatePaymentRules = graphql(`
  mutation UpdatePaymentRules($input: UpdatePaymentRulesInput!) {
    updatePaymentRules(input: $input) {
      __typename
      ... on PaymentRulesUpdated {
        rules {
          partialByContacts
        }
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

/** How the merchant takes money. */
export default function PaymentRulesPage() {
  const [{ data, error }, ask] = useQuery({ query: PaymentRulesPageQuery });
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle title="Payments" note="How money is taken, by contacts and by staff." />
      {error && !data && (
        <Failure
          what="The settings could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={8} />}
      {data && <RulesForm rules={data.paymentRules} />}
      <div style={{ marginTop: "var(--gap)" }}>
        <BankRulesCard />
      </div>
    </div>
  );
}

function RulesForm({ rules }: { rules: Answer["paymentRules"] }) {
  const [, update] = useMutation(UpdatePaymentRules);
  const [limits, setLimits] = useState(rules.topUpLimits.length);
  const save = async (values: FormValues): Promise<Came> => {
    const { data, error } = await update({ input: entered(values, limits) });
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." };
    switch (data.updatePaymentRules.__typename) {
      case "PaymentRulesUpdated":
        return "saved";
      case "InvalidInput":
        return { faults: data.updatePaymentRules.fields };
    }
  };
  return (
    <SavingForm submit="Save payment settings" save={save}>
      <Section title="Paying invoices">
        <div style={{ display: "grid", gap: 16 }}>
          <CheckboxField
            path="partialByContacts"
            label="Contacts may pay a part"
            hint="Staff always may."
            checked={rules.partialByContacts}
          />
          <CheckboxField
            path="overpaymentOffline"
            label="Take more than is due by transfer, cheque or cash"
            hint="What is left over becomes credit. A card is never charged more than is due."
            checked={rules.overpaymentOffline}
          />
        </div>
      </Section>
      <Section title="Adding funds">
        <div style={{ display: "grid", gap: 16 }}>
          <CheckboxField
            path="topUpByContacts"
            label="Contacts may add funds by card"
            hint="An untaxed deposit; the receipt says that it is no invoice."
            checked={rules.topUpByContacts}
          />
          {Array.from({ length: limits }, (_, i) => (
            <Limit key={i} index={i} limit={rules.topUpLimits[i]} />
          ))}
          <div>
            <Button variant="default" size="compact-md" onClick={() => setLimits(limits + 1)}>
              Limit another currency
            </Button>
          </div>
        </div>
      </Section>
    </SavingForm>
  );
}

function Limit({
  index,
  limit,
}: {
  index: number;
  limit: Answer["paymentRules"]["topUpLimits"][number] | undefined;
}) {
  const path = `topUpLimits[${index.toString()}]`;
  return (
    <div role="group" aria-label={`Limit ${(index + 1).toString()}`} style={{ display: "grid", gap: 16 }}>
      <TextField
        path={`${path}.currency`}
        label="Currency"
        suggestions={currencies}
        value={limit?.currency}
        maxLength={3}
        hint="Left empty, this limit is dropped."
      />
      <FieldPair>
        <DecimalField path={`${path}.least`} label="At least" value={limit?.least.amount} />
        <DecimalField path={`${path}.most`} label="At most" value={limit?.most.amount} />
      </FieldPair>
    </div>
  );
}

function entered(values: FormValues, limits: number) {
  return {
    partialByContacts: values.checked("partialByContacts"),
    overpaymentOffline: values.checked("overpaymentOffline"),
    topUpByContacts: values.checked("topUpByContacts"),
    topUpLimits: Array.from({ length: limits }, (_, i) => `topUpLimits[${i.toString()}]`)
      .filter((path) => values.text(`${path}.currency`) !== "")
      .map((path) => {
        const currency = values.text(`${path}.currency`).toUpperCase();
        return {
          least: { amount: values.text(`${path}.least`), currency },
          most: { amount: values.text(`${path}.most`), currency },
        };
      }),
  };
}
