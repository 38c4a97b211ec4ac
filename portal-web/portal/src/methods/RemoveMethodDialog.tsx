import { methodText, type Named } from "@quittance/shared/methods/methodText.ts";
import { useRemoveMethod } from "@quittance/shared/methods/useRemoveMethod.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";

type Props = {
  method: Named & { id: string };
  /** How many subscriptions are charged to it by themselves. */
  charged: number;
  onClose: () => void;
};

/** Removes a payment method; says first what is no longer paid by itself then. */
export function RemoveMethodDialog({ method, charged, onClose }: Props) {
  // One that began to be charged meanwhile is said, and then it is the reader's wish, too.
  const [stops, setStops] = useState(charged > 0);
  const remove = useRemoveMethod(method.id, () => setStops(true));
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Remove ${methodText(method)}?`}
      confirm={stops ? "Remove, and pay by hand" : "Remove payment method"}
      danger
      onConfirm={() => remove(stops)}
    >
      {stops
        ? `${charged > 1 ? `${charged} subscriptions are` : "A subscription is"} charged to it by itself. That ends, and you pay their invoices by hand from then on. Replace it instead to let another card go on.`
        : "It can't be paid with any more. What was paid with it stays paid."}
    </ConfirmDialog>
  );
}
