import { countryName } from "@quittance/ui/countries.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const AddressFields = graphql(`
  fragment AddressText on Address {
    name
    line1
    line2
    city
    region
    postalCode
    country
  }
`);

/** An address, one line below the other, the country by its name. */
export function AddressText({ address }: { address: FragmentType<typeof AddressFields> }) {
  const { name, line1, line2, city, region, postalCode, country } = getFragmentData(AddressFields, address);
  const place = [postalCode, city].filter(Boolean).join(" ");
  const lines = [name, line1, line2, region ? `${place}, ${region}` : place, countryName(country)];
  return (
    <address style={{ fontStyle: "normal" }}>
      {lines.filter(Boolean).map((line, i) => (
        <div key={i}>{line}</div>
      ))}
    </address>
  );
}
