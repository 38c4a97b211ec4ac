import { Button } from "@mantine/core";
import { useState } from "react";
import { ChooseMethodDialog } from "./ChooseMethodDialog.tsx";

/** Lets another kept method pay a subscription, where the present one was declined. */
export function AnotherCard({ id, chosen }: { id: string; chosen: string | undefined }) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setChoosing(true)}>
        Use another card
      </Button>
      {choosing && <ChooseMethodDialog id={id} chosen={chosen} onClose={() => setChoosing(false)} />}
    </>
  );
}
