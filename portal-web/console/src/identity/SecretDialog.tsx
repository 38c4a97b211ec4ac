import { Button } from "@mantine/core";
import { CopyText } from "@quittance/ui/CopyText.tsx";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Facts } from "@quittance/ui/Thing.tsx";

export type ClientSecret = { clientId: string; clientSecret: string };

/** Shows a client's secret, this once. */
export function SecretDialog({ secret, onClose }: { secret: ClientSecret; onClose: () => void }) {
  return (
    <Dialog opened onClose={onClose} title="Client id and secret">
      <div style={{ display: "grid", gap: 16 }}>
        <Notice quiet tone="attention">
          The secret is not kept and can&rsquo;t be shown again. Put it where the program finds it.
        </Notice>
        <Facts
          facts={[
            { label: "Client id", value: <CopyText text={secret.clientId} what="client id" /> },
            { label: "Client secret", value: <CopyText text={secret.clientSecret} what="client secret" /> },
          ]}
        />
      </div>
      <DialogActions>
        <Button onClick={onClose}>I have kept it</Button>
      </DialogActions>
    </Dialog>
  );
}
