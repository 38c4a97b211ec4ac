import { newKey } from "@quittance/ui/newKey.ts";
import { useState } from "react";
import type { CombinedError } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import type { FragmentType } from "../gql";
import type { ActQuoteFields } from "./ActQuote.tsx";

type Quote = FragmentType<typeof ActQuoteFields>;

/** What came of an act. */
export type Came = { done: true } | { stale: Quote; message: string } | { refused: string };

export type Acting = {
  busy: boolean;
  refusal: string | undefined;
  /** What was computed anew because what was shown no longer holds. */
  fresh: Quote | undefined;
  key: string;
  act: (quoteToken: string | undefined) => Promise<void>;
  /** Something else is chosen: what was said before no longer counts. */
  reset: () => void;
};

/**
 * Takes an act: once however often it is sent, with what was shown, and shown anew where that no longer holds.
 *
 * `send` answers nothing when no answer came: the next try goes with the same key.
 */
export function useActing(
  send: (quoteToken: string | undefined, key: string) => Promise<Came | { error: CombinedError | undefined }>,
  onDone: () => void,
): Acting {
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [fresh, setFresh] = useState<Quote>();
  const act = async (quoteToken: string | undefined) => {
    setBusy(true);
    setRefusal(undefined);
    const came = await send(quoteToken, key);
    setBusy(false);
    if ("error" in came)
      return setRefusal(
        `No answer came. ${(came.error && faultOf(came.error).reason) ?? ""} Nothing is done twice when you try again.`,
      );
    setKey(newKey());
    if ("done" in came) return onDone();
    if ("refused" in came) return setRefusal(came.refused);
    setFresh(came.stale);
    return setRefusal(came.message);
  };
  const reset = () => {
    setFresh(undefined);
    setRefusal(undefined);
  };
  return { busy, refusal, fresh, key, act, reset };
}
