import { createContext, useCallback, useContext, useState, type ReactNode } from "react";

const Announce = createContext<(sentence: string) => void>(() => undefined);

/** Tells people who don't see the screen what just happened, once, without moving their focus. */
export function useAnnounce(): (sentence: string) => void {
  return useContext(Announce);
}

/** Holds the page's live region. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: "", times: 0 });
  const announce = useCallback(
    (sentence: string) => setSaid(({ times }) => ({ sentence, times: times + 1 })),
    [],
  );
  return (
    <Announce value={announce}>
      {children}
      <div className="visually-hidden" role="status" aria-live="polite">
        {/* A new element each time, so that the same sentence is read again. */}
        <span key={said.times}>{said.sentence}</span>
      </div>
    </Announce>
  );
}
