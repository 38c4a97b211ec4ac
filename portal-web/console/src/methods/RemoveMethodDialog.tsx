import { methodText, type Named } from "@quittance/shared/methods/methodText.ts";
import { useRemoveMethod } from "@quittance/shared/methods/useRemoveMethod.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";

type Props = {
  method: Named & { id: string };
  /** The subscriptions that are charged to it by themselves. */
  charged: readonly { id: string; number: string; plan: { name: string } }[];
  /** Whether it is the only one that the customer keeps. */
  last: boolean;
  onClose: () => void;
};

/** Removes a payment method; says first what is no longer paid by itself then. */
export function RemoveMethodDialog({ method, charged, last, onClose }: Props) {
  // One that began to be charged meanwhile is said, and then it is the reader's wish, too.
  const [stops, setStops] = useState(charged.length > 0);
  const remove = useRemoveMethod(method.id, () => setStops(true));
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Remove ${methodText(method)}?`}
      confirm={stops ? "Remove, and end auto-charge" : "Remove payment method"}
      danger
      onConfirm={() => remove(stops)}
    >
      {stops ? (
        <div style={{ display: "grid", gap: 12 }}>
          <div>Charged to it by itself, and to be paid by hand from then on:</div>
          <ul style={{ fontWeight: 600 }}>
            {charged.map(({ id, number, plan }) => (
              <li key={id}>{`${plan.name} ${number}`}</li>
            ))}
          </ul>
          <div>
            {last
              ? "It is the only payment method of this customer. Ask for another card first to let auto-charge go on."
              : "Move this to another payment method first to let auto-charge go on."}
          </div>
        </div>
      ) : (
        "It can’t be paid with any more. What was paid with it stays paid."
      )}
    </ConfirmDialog>
  );
}
