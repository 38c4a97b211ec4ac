import type { Acting, ShownQuote } from "./quote.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { use, useState } from "react";
import type { CombinedError } from "urql";
import { ChargingFirst, type Begun } from "./charging.ts";
import { faultOf } from "@quittance/client/faultOf.ts";

/** What came of an act. */
export type Came =
  | { done: true }
  | { stale: ShownQuote; message: string }
  | { refused: string }
  /** It is charged first, and waits for that. */
  | { begun: Begun }
  /** It would have been charged first; nothing has happened. */
  | { declined: string };

/**
 * Takes an act: once however often it is sent, with what was shown, and shown anew where that no longer holds.
 *
 * `send` answers with the error when no answer came: the next try goes with the same key.
 */
export function useActing(
  send: (quoteToken: string | undefined, key: string) => Promise<Came | { error: CombinedError | undefined }>,
  onDone: () => void,
): Acting {
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [declined, setDeclined] = useState(false);
  const [fresh, setFresh] = useState<ShownQuote>();
  const charging = use(ChargingFirst);
  const act = async (quoteToken: string | undefined) => {
    setBusy(true);
    setRefusal(undefined);
    setDeclined(false);
    const came = await send(quoteToken, key);
    setBusy(false);
    if ("error" in came)
      return setRefusal(
        `No answer came. ${(came.error && faultOf(came.error).reason) ?? ""} Nothing is done twice when you try again.`,
      );
    setKey(newKey());
    if ("done" in came) return onDone();
    if ("begun" in came) return charging.onBegun(came.begun);
    if ("declined" in came) {
      setDeclined(true);
      return setRefusal(came.declined);
    }
    if ("refused" in came) {
      setFresh(undefined);
      return setRefusal(came.refused);
    }
    setFresh(came.stale);
    return setRefusal(came.message);
  };
  const reset = () => {
    setFresh(undefined);
    setRefusal(undefined);
    setDeclined(false);
  };
  return { busy, refusal, declined, fresh, act, reset };
}
