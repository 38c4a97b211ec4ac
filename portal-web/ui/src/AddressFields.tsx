import { useMemo } from "react";
import { countryChoices } from "./countries.ts";
import { SelectField, TextField } from "./fields.tsx";
import { FieldPair } from "./Form.tsx";
import type { FormValues } from "./FormValues.ts";

/** An address as GraphQL takes and serves it. */
export type PostalAddress = {
  name?: string | null;
  line1: string;
  line2?: string | null;
  city: string;
  region?: string | null;
  postalCode?: string | null;
  country: string;
};

type Props = { path: string; title: string; address: PostalAddress | null | undefined };

/** The fields of one address; left wholly empty there is none. */
export function AddressFields({ path, title, address }: Props) {
  const countries = useMemo(() => [{ value: "", label: "—" }, ...countryChoices()], []);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, display: "grid", gap: 16, minWidth: 0 }}>
      <legend style={{ padding: 0, marginBottom: 8, fontWeight: 600 }}>{title}</legend>
      <TextField path={`${path}.name`} label="Company or person" value={address?.name} />
      <TextField path={`${path}.line1`} label="Street and number" value={address?.line1} />
      <TextField path={`${path}.line2`} label="Further line" value={address?.line2} />
      <FieldPair>
        <TextField path={`${path}.postalCode`} label="Postal code" value={address?.postalCode} />
        <TextField path={`${path}.city`} label="City" value={address?.city} />
      </FieldPair>
      <FieldPair>
        <TextField path={`${path}.region`} label="State or region" value={address?.region} />
        <SelectField
          path={`${path}.country`}
          label="Country"
          choices={countries}
          value={address?.country ?? ""}
        />
      </FieldPair>
    </fieldset>
  );
}

/** What was entered; null when every field was left empty. */
export function addressOf(values: FormValues, path: string): PostalAddress | null {
  const field = (name: string) => values.text(`${path}.${name}`);
  const parts = ["name", "line1", "line2", "postalCode", "city", "region", "country"].map(field);
  if (parts.every((part) => part === "")) return null;
  return {
    name: field("name") || null,
    line1: field("line1"),
    line2: field("line2") || null,
    city: field("city"),
    region: field("region") || null,
    postalCode: field("postalCode") || null,
    country: field("country"),
  };
}
