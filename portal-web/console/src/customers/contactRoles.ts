import type { ContactRole } from "../gql/graphql.ts";

/** What a contact may do, in words. */
export const contactRoles: Record<ContactRole, string> = {
  PRIMARY: "Primary",
  BILLING: "Reads and pays",
  VIEWER: "Reads",
};

export const contactRoleChoices = (Object.keys(contactRoles) as ContactRole[]).map((value) => ({
  value,
  label: contactRoles[value],
}));
