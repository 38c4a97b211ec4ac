import { AddressText } from "@quittance/shared/documents/AddressText.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const OrganizationCardFields = graphql(`
  fragment OrganizationCard on Organization {
    name
    email
    phone
    website
    address {
      ...AddressText
    }
  }
`);

/** How to reach the organisation. */
export function OrganizationCard({
  organization,
}: {
  organization: FragmentType<typeof OrganizationCardFields>;
}) {
  const { name, email, phone, website, address } = getFragmentData(OrganizationCardFields, organization);
  return (
    <Section title={name}>
      <Facts
        facts={[
          { label: "Email", value: <a href={`mailto:${email}`}>{email}</a> },
          { label: "Phone", value: phone && <a href={`tel:${phone}`}>{phone}</a> },
          { label: "Website", value: website && <Website href={website} /> },
          { label: "Address", value: <AddressText address={address} /> },
        ]}
      />
    </Section>
  );
}

function Website({ href }: { href: string }) {
  // Whatever stands in the profile, only a web address becomes a link.
  if (!/^https?:\/\//i.test(href)) return href;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {href.replace(/^https?:\/\//i, "")}
    </a>
  );
}
