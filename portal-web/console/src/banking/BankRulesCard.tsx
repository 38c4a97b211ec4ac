import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { CheckboxField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";

const BankRulesQuery = graphql(`
  query BankRules {
    bankRules {
      bookExact
    }
  }
`);

const UpdateBankRules = graphql(`
  mutation UpdateBankRules($input: UpdateBankRulesInput!) {
    updateBankRules(input: $input) {
      rules {
        bookExact
      }
    }
  }
`);

/** How bank statements are dealt with. */
export function BankRulesCard() {
  const [{ data, error }, ask] = useQuery({ query: BankRulesQuery });
  const [, update] = useMutation(UpdateBankRules);
  if (error && !data)
    return (
      <Failure
        what="The settings of bank statements could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data) return <LoadingCard lines={3} />;
  const save = async (values: FormValues): Promise<Came> => {
    const saved = await update({ input: { bookExact: values.checked("bookExact") } });
    return saved.data
      ? "saved"
      : { refusal: (saved.error && faultOf(saved.error).reason) ?? "Nothing was saved. Try again." };
  };
  return (
    <Section title="Bank statements">
      <SavingForm submit="Save bank settings" save={save}>
        <CheckboxField
          path="bookExact"
          label="Book what matches exactly by itself"
          hint="An entry that names an invoice of which exactly its amount is due. Each can be undone."
          checked={data.bankRules.bookExact}
        />
      </SavingForm>
    </Section>
  );
}
