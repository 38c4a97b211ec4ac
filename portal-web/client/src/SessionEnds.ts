import { createContext, useContext } from "react";

/** Forgets all that was fetched and asks anew who is signed in: to be called when that has changed. */
export const SessionEnds = createContext<() => void>(() => undefined);

export function useSessionEnds(): () => void {
  return useContext(SessionEnds);
}
