import { Button } from "@mantine/core";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { Moment } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useMemo, useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { UsersPageQuery as Answer } from "../gql/graphql.ts";
import { staffRoles } from "./staffRoles.ts";
import { UserDialog } from "./UserDialog.tsx";

const UsersPageQuery = graphql(`
  query UsersPage {
    staffUsers {
      id
      name
      email
      role
      status
      lastSignInAt
    }
  }
`);

const SetStaffUserEnabled = graphql(`
  mutation SetStaffUserEnabled($input: SetStaffUserEnabledInput!) {
    setStaffUserEnabled(input: $input) {
      __typename
      ... on StaffUserUpdated {
        staffUser {
          id
          status
        }
      }
      ... on LastOwner {
        message
      }
    }
  }
`);

type User = Answer["staffUsers"][number];

/** The people who work for the merchant, and their roles. */
export default function UsersPage() {
  const context = useMemo(() => ({ additionalTypenames: ["StaffUser"] }), []);
  const [{ data, error }, ask] = useQuery({ query: UsersPageQuery, context });
  const [edited, setEdited] = useState<User | "new">();
  const { refusal, actionsOf } = useActions(setEdited);
  return (
    <>
      <PageTitle title="Users" actions={<Button onClick={() => setEdited("new")}>Invite user</Button>} />
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      {error && !data && (
        <Failure
          what="The users could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingRows label="Loading users" />}
      {data && (
        <RowTable
          label="Users"
          rows={data.staffUsers}
          rowKey={({ id }) => id}
          action={(user) => <ActionMenu label={`Actions for ${user.name}`} actions={actionsOf(user)} />}
          columns={[
            { header: "Name", cell: ({ name }) => name },
            { header: "Email", cell: ({ email }) => email },
            { header: "Role", cell: ({ role }) => staffRoles[role].name },
            { header: "Status", card: "beside", cell: ({ status }) => <StatusBadge status={status} /> },
            {
              header: "Last sign-in",
              cell: ({ lastSignInAt }) => (lastSignInAt ? <Moment value={lastSignInAt} /> : "Never"),
            },
          ]}
        />
      )}
      {edited && (
        <UserDialog user={edited === "new" ? undefined : edited} onClose={() => setEdited(undefined)} />
      )}
    </>
  );
}

function useActions(edit: (user: User) => void) {
  const [, set] = useMutation(SetStaffUserEnabled);
  const [refusal, setRefusal] = useState<string>();
  const enable = async (id: string, enabled: boolean) => {
    setRefusal(undefined);
    const { data, error } = await set({ input: { id, enabled } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
    switch (data.setStaffUserEnabled.__typename) {
      case "StaffUserUpdated":
        return;
      case "LastOwner":
        return setRefusal(data.setStaffUserEnabled.message);
    }
  };
  const actionsOf = (user: User): Action[] => [
    { label: "Change name or role", onSelect: () => edit(user) },
    user.status === "DISABLED"
      ? { label: "Enable user", onSelect: () => void enable(user.id, true) }
      : { label: "Disable user", danger: true, onSelect: () => void enable(user.id, false) },
  ];
  return { refusal, actionsOf };
}
