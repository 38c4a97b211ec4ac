import { getFragmentData, graphql, type FragmentType } from "../gql";
import { AddressText } from "./AddressText.tsx";

const PartyFields = graphql(`
  fragment Party on DocumentParty {
    name
    taxId
    email
    address {
      ...AddressText
    }
  }
`);

/** Seller or buyer as printed on a document. */
export function Party({ party }: { party: FragmentType<typeof PartyFields> }) {
  const { name, taxId, email, address } = getFragmentData(PartyFields, party);
  return (
    <>
      <b>{name}</b>
      {address && <AddressText address={address} />}
      {taxId && <div>Tax ID {taxId}</div>}
      {email && <div>{email}</div>}
    </>
  );
}
