import { createContext, lazy, Suspense, useContext, useState, type ReactNode } from "react";
import type { Outcome } from "./outcome.ts";

const PayDialog = lazy(() => import("./PayDialog.tsx"));

/** What somebody wants to pay. */
export type Asked = {
  /** All of one currency; none when only a payment begun before is gone on with. */
  invoiceIds: readonly string[];
  /** How far a payment begun before has come. */
  begun?: Outcome;
};

const Pay = createContext<(asked: Asked) => void>(() => undefined);

/** Opens the one dialog in which everything is paid. */
export function usePay(): (asked: Asked) => void {
  return useContext(Pay);
}

/** Holds that dialog above the pages: the outcome stays to be read when what was paid has gone from the list behind. */
export function Paying({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<Asked>();
  return (
    <Pay value={setAsked}>
      {children}
      {asked && (
        <Suspense>
          <PayDialog {...asked} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </Pay>
  );
}
