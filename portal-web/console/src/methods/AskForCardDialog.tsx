import { Button } from "@mantine/core";
import { CopyText } from "@quittance/ui/CopyText.tsx";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useQuery } from "urql";
import { Link } from "wouter";
import { graphql } from "../gql";

const CardGivers = graphql(`
  query CardGivers($id: ID!) {
    customer(id: $id) {
      id
      contacts {
        id
        name
        email
        role
        status
      }
    }
  }
`);

/** Where a contact gives a card: the card processor's own fields in the portal, never here. */
export function AskForCardDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const [{ data }] = useQuery({ query: CardGivers, variables: { id: customerId } });
  const able = data?.customer?.contacts.filter(
    ({ role, status }) => (role === "PRIMARY" || role === "BILLING") && status === "ACTIVE",
  );
  const link = `${location.origin}/portal/account/payment-methods`;
  return (
    <Dialog opened onClose={onClose} title="Ask for a card">
      <div style={{ display: "grid", gap: 16 }}>
        <p style={{ margin: 0 }}>
          Cards are given by the customer, to the card processor: their numbers are never typed here. Send
          this link; it opens the payment methods in the portal.
        </p>
        <CopyText text={link} what="link" />
        {able === undefined ? (
          <LoadingCard lines={2} />
        ) : able.length > 0 ? (
          <div>
            Can give one: {able.map(({ name, email }) => (email ? `${name} (${email})` : name)).join(", ")}
          </div>
        ) : (
          <Notice quiet tone="attention">
            Nobody of this customer can sign in and pay yet. Invite a primary or billing contact first, at{" "}
            <Link href={`/customers/${customerId}?tab=contacts`} onClick={onClose}>
              Contacts
            </Link>
            .
          </Notice>
        )}
      </div>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}
