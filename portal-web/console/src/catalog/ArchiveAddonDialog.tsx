import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const SetAddonArchived = graphql(`
  mutation SetAddonArchived($input: SetAddonArchivedInput!) {
    setAddonArchived(input: $input) {
      __typename
      ... on AddonUpdated {
        addon {
          id
          archived
        }
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Props = { addon: { id: string; name: string; archived: boolean }; onClose: () => void };

/** Takes an addon off what can be added to subscriptions, or puts it back. */
export function ArchiveAddonDialog({ addon: { id, name, archived }, onClose }: Props) {
  const [, set] = useMutation(SetAddonArchived);
  const act = async () => {
    const { data, error } = await set({ input: { id, archived: !archived } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.setAddonArchived.__typename) {
      case "AddonUpdated":
        return;
      case "InvalidInput":
        return data.setAddonArchived.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={archived ? `Offer ${name} again?` : `Archive ${name}?`}
      confirm={archived ? "Offer again" : "Archive addon"}
      danger={!archived}
      onConfirm={act}
    >
      {archived
        ? "It can be added to subscriptions again."
        : "It can no longer be added to subscriptions. Where it stands on one it goes on and is billed as before."}
    </ConfirmDialog>
  );
}
