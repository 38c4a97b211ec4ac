import { Button } from "@mantine/core";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { ContactsFragment } from "../gql/graphql.ts";
import { ContactDialog } from "./ContactDialog.tsx";
import { contactRoles } from "./contactRoles.ts";

const ContactsFields = graphql(`
  fragment Contacts on Customer {
    id
    contacts {
      id
      name
      email
      phone
      role
      status
    }
  }
`);

const InviteContact = graphql(`
  mutation InviteContact($input: InviteContactInput!) {
    inviteContact(input: $input) {
      __typename
      ... on ContactInvited {
        contact {
          id
          status
        }
      }
      ... on ContactHasNoEmail {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const SetContactEnabled = graphql(`
  mutation SetContactEnabled($input: SetContactEnabledInput!) {
    setContactEnabled(input: $input) {
      __typename
      ... on ContactUpdated {
        contact {
          id
          status
        }
      }
    }
  }
`);

type Contact = ContactsFragment["contacts"][number];

/** The people of a customer, and what they may do in the portal. */
export function Contacts({ customer }: { customer: FragmentType<typeof ContactsFields> }) {
  const { id, contacts } = getFragmentData(ContactsFields, customer);
  const mayWrite = useMay("CUSTOMER_WRITE");
  const [edited, setEdited] = useState<Contact | "new">();
  const { answer, actionsOf } = useActions(setEdited);
  return (
    <>
      {answer && <Notice tone={answer.tone}>{answer.text}</Notice>}
      {contacts.length === 0 ? (
        <EmptyState
          title="No contacts yet"
          {...(mayWrite && { action: { label: "Add a contact", onSelect: () => setEdited("new") } })}
        >
          Contacts sign in to the portal, read and pay.
        </EmptyState>
      ) : (
        <Section
          title="Contacts"
          action={
            mayWrite && (
              <Button variant="default" onClick={() => setEdited("new")}>
                Add contact
              </Button>
            )
          }
        >
          <RowTable
            bare
            label="Contacts"
            rows={contacts}
            rowKey={(contact) => contact.id}
            columns={[
              { header: "Name", cell: ({ name }) => name },
              { header: "Email", cell: ({ email }) => email ?? "—" },
              { header: "Phone", cell: ({ phone }) => phone ?? "—", card: "hidden" },
              { header: "Role", cell: ({ role }) => contactRoles[role] },
              { header: "Portal", card: "beside", cell: ({ status }) => <StatusBadge status={status} /> },
            ]}
            {...(mayWrite && {
              action: (contact: Contact) => (
                <ActionMenu label={`Actions for ${contact.name}`} actions={actionsOf(contact)} />
              ),
            })}
          />
        </Section>
      )}
      {edited && (
        <ContactDialog
          customerId={id}
          contact={edited === "new" ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

function useActions(edit: (contact: Contact) => void) {
  const [, invite] = useMutation(InviteContact);
  const [, setEnabled] = useMutation(SetContactEnabled);
  const [answer, setAnswer] = useState<{ tone: "positive" | "negative"; text: string }>();

  const inviteOne = async ({ id, name }: Contact) => {
    const { data, error } = await invite({ input: { id } });
    if (!data) return setAnswer({ tone: "negative", text: (error && faultOf(error).reason) ?? "Try again." });
    switch (data.inviteContact.__typename) {
      case "ContactInvited":
        return setAnswer({ tone: "positive", text: `${name} is invited by mail.` });
      case "ContactHasNoEmail":
      case "InvalidInput":
        return setAnswer({ tone: "negative", text: data.inviteContact.message });
    }
  };
  const enable = async ({ id, name }: Contact, enabled: boolean) => {
    const { data, error } = await setEnabled({ input: { id, enabled } });
    setAnswer(
      data
        ? { tone: "positive", text: `${name} can ${enabled ? "sign in again" : "no longer sign in"}.` }
        : { tone: "negative", text: (error && faultOf(error).reason) ?? "Try again." },
    );
  };
  const actionsOf = (contact: Contact): Action[] => {
    const { status } = contact;
    return [
      { label: "Edit", onSelect: () => edit(contact) },
      ...(status === "NOT_INVITED" || status === "INVITED"
        ? [
            {
              label: status === "INVITED" ? "Invite again" : "Invite to the portal",
              onSelect: () => void inviteOne(contact),
            },
          ]
        : []),
      ...(status === "ACTIVE"
        ? [{ label: "Disable sign-in", danger: true, onSelect: () => void enable(contact, false) }]
        : []),
      ...(status === "DISABLED"
        ? [{ label: "Enable sign-in", onSelect: () => void enable(contact, true) }]
        : []),
    ];
  };
  return { answer, actionsOf };
}
