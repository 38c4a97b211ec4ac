import { AddressFields, addressOf } from "@quittance/ui/AddressFields.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { TextAreaField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { currencies, timeZones } from "../app/suggestions.ts";
import { graphql } from "../gql";
import type { OrganizationPageQuery as Answer } from "../gql/graphql.ts";
import { AccentField } from "./AccentField.tsx";
import { LogoField } from "./LogoField.tsx";
import { readLogo } from "./readLogo.ts";

const OrganizationPageQuery = graphql(`
  query OrganizationPage {
    organization {
      name
      legalName
      taxId
      email
      phone
      website
      timeZone
      accentColor
      defaultCurrency
      dueDays
      documentFooter
      logo
      bankDetails {
        label
        value
      }
      address {
        name
        line1
        line2
        city
        region
        postalCode
        country
      }
    }
  }
`);

const UpdateOrganization = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      __typename
      ... on OrganizationUpdated {
        organization {
          name
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

/** Who the merchant is, as documents and the portal show it. */
export default function OrganizationPage() {
  const [{ data, error }, ask] = useQuery({ query: OrganizationPageQuery });
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle title="Organisation" note="Documents already posted keep what they showed." />
      {error && !data && (
        <Failure
          what="The settings could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={10} />}
      {data && <OrganizationForm organization={data.organization} />}
    </div>
  );
}

function OrganizationForm({ organization: of }: { organization: Answer["organization"] }) {
  const [, update] = useMutation(UpdateOrganization);
  const save = async (values: FormValues): Promise<Came> => {
    const logo = await readLogo(values);
    const { data, error } = await update({
      input: { ...entered(values), ...(logo !== undefined && { logo }) },
    });
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." };
    switch (data.updateOrganization.__typename) {
      case "OrganizationUpdated":
        return "saved";
      case "InvalidInput":
        return { faults: data.updateOrganization.fields };
    }
  };
  return (
    <SavingForm submit="Save organisation" save={save}>
      <Section title="Name and address">
        <div style={{ display: "grid", gap: 16 }}>
          <FieldPair>
            <TextField path="name" label="Name customers know" required value={of.name} />
            <TextField path="legalName" label="Registered name" required value={of.legalName} />
          </FieldPair>
          <FieldPair>
            <TextField path="email" label="Email" type="email" required value={of.email} />
            <TextField path="phone" label="Phone" type="tel" value={of.phone} />
          </FieldPair>
          <FieldPair>
            <TextField path="website" label="Website" type="url" value={of.website} />
            <TextField path="taxId" label="Tax ID" value={of.taxId} />
          </FieldPair>
          <AddressFields path="address" title="Address" address={of.address} />
        </div>
      </Section>
      <Section title="Billing">
        <div style={{ display: "grid", gap: 16 }}>
          <FieldPair>
            <TextField
              path="defaultCurrency"
              label="Currency"
              required
              maxLength={3}
              suggestions={currencies}
              value={of.defaultCurrency}
            />
            <WholeField
              path="dueDays"
              label="Days until an invoice is due"
              required
              value={String(of.dueDays)}
            />
          </FieldPair>
          <TextField
            path="timeZone"
            label="Time zone"
            required
            suggestions={timeZones}
            hint="Business days begin and end by it."
            value={of.timeZone}
          />
          <TextAreaField
            path="bankDetails"
            label="Bank details"
            hint="One per line, such as IBAN: DE89 3704 0044 0532 0130 00."
            value={of.bankDetails.map(({ label, value }) => `${label}: ${value}`).join("\n")}
          />
          <TextAreaField path="documentFooter" label="Last lines of documents" value={of.documentFooter} />
        </div>
      </Section>
      <Section title="Look">
        <div style={{ display: "grid", gap: 16 }}>
          <AccentField value={of.accentColor} />
          <LogoField logo={of.logo} />
        </div>
      </Section>
    </SavingForm>
  );
}

function entered(values: FormValues) {
  const dueDays = values.whole("dueDays");
  const address = addressOf(values, "address");
  return {
    name: values.text("name"),
    legalName: values.text("legalName"),
    email: values.text("email"),
    phone: values.optional("phone"),
    website: values.optional("website"),
    taxId: values.optional("taxId"),
    defaultCurrency: values.text("defaultCurrency").toUpperCase(),
    timeZone: values.text("timeZone"),
    accentColor: values.text("accentColor").toLowerCase(),
    documentFooter: values.optional("documentFooter"),
    bankDetails: values
      .raw("bankDetails")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => {
        const colon = line.indexOf(":");
        return { label: line.slice(0, Math.max(colon, 0)).trim(), value: line.slice(colon + 1).trim() };
      }),
    ...(dueDays !== null && { dueDays }),
    ...(address && { address }),
  };
}
