import { useRested } from "@quittance/ui/useRested.ts";
import { useState } from "react";
import { differenceOf, presentItems, type Holding, type Offer } from "./items.ts";

/** What is chosen for a subscription to hold, and what of it the server is to be asked for once typing rests. */
export function useItems(holding: Holding, offer: Offer) {
  const [chosen, setChosen] = useState(() => presentItems(holding));
  const rested = useRested(chosen);
  const settled = JSON.stringify(rested) === JSON.stringify(chosen);
  return { chosen, setChosen, input: settled ? differenceOf(holding, rested, offer) : undefined };
}
