import { lazy, Suspense, useState } from "react";
import { AccountButton } from "./AccountButton.tsx";
import type { NavigationItem } from "./Navigation.tsx";

export type Account = {
  name: string;
  email?: string | null;
  /** Pages about the account itself, such as Change password. */
  items: readonly NavigationItem[];
  onSignOut: () => void;
  onSignOutEverywhere: () => void;
};

const load = () => import("./OpenAccountMenu.tsx");
const OpenAccountMenu = lazy(load);

/** Who is signed in, light or dark, and the ways out. The menu's program comes when a pointer comes near. */
export function AccountMenu(account: Account) {
  const [wanted, setWanted] = useState(false);
  const near = () => void load();
  const button = (
    <AccountButton
      name={account.name}
      aria-expanded="false"
      onPointerEnter={near}
      onFocus={near}
      onClick={() => setWanted(true)}
    />
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <OpenAccountMenu {...account} />
    </Suspense>
  );
}
