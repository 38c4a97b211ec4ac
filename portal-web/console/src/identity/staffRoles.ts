import type { StaffRole } from "../gql/graphql.ts";

/** The roles of staff and what each may do, in words. */
export const staffRoles: Record<StaffRole, { name: string; may: string }> = {
  OWNER: { name: "Owner", may: "Everything, other owners included" },
  ADMIN: { name: "Admin", may: "Everything but owners" },
  BILLING: { name: "Billing", may: "Customers, subscriptions, invoices, payments, bill runs" },
  SUPPORT: { name: "Support", may: "Reads customers and their papers" },
  READ_ONLY: { name: "Read-only", may: "Reads everything, changes nothing" },
};

export const staffRoleChoices = (Object.keys(staffRoles) as StaffRole[]).map((value) => ({
  value,
  label: `${staffRoles[value].name}: ${staffRoles[value].may}`,
}));
