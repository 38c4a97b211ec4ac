import { Dialog } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { SelectField, TextField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { StaffRole } from "../gql/graphql.ts";
import { staffRoleChoices } from "./staffRoles.ts";

const InviteStaffUser = graphql(`
  mutation InviteStaffUser($input: InviteStaffUserInput!) {
    inviteStaffUser(input: $input) {
      __typename
      ... on StaffUserInvited {
        staffUser {
          id
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

const UpdateStaffUser = graphql(`
  mutation UpdateStaffUser($input: UpdateStaffUserInput!) {
    updateStaffUser(input: $input) {
      __typename
      ... on StaffUserUpdated {
        staffUser {
          id
          name
          role
        }
      }
      ... on LastOwner {
        message
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

type Props = {
  user: { id: string; name: string; role: StaffRole } | undefined;
  onClose: () => void;
};

/** Invites a person to the console, or changes one's name and role. */
export function UserDialog({ user, onClose }: Props) {
  const [, invite] = useMutation(InviteStaffUser);
  const [, update] = useMutation(UpdateStaffUser);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const name = values.text("name");
    const role = values.text("role") as StaffRole;
    const { data, error } = user
      ? await update({ input: { id: user.id, name, role } })
      : await invite({ input: { name, role, email: values.text("email") } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    const answer = "inviteStaffUser" in data ? data.inviteStaffUser : data.updateStaffUser;
    switch (answer.__typename) {
      case "StaffUserInvited":
      case "StaffUserUpdated":
        return onClose();
      case "LastOwner":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={user ? user.name : "Invite user"}>
      <Form
        submit={user ? "Save user" : "Send invitation"}
        onSubmit={submit}
        {...(faults && { faults })}
        refusal={refusal}
      >
        <TextField path="name" label="Name" required value={user?.name} />
        {!user && (
          <TextField
            path="email"
            label="Email"
            type="email"
            required
            hint="A link to choose a password is mailed here; it holds for three days."
          />
        )}
        <SelectField
          path="role"
          label="Role"
          required
          choices={staffRoleChoices}
          value={user?.role ?? "BILLING"}
        />
      </Form>
    </Dialog>
  );
}
