import { useState, type ComponentType } from "react";
import { AccountButton } from "./AccountButton.tsx";
import type { NavigationItem } from "./Navigation.tsx";

export type Account = {
  name: string;
  email?: string | null;
  /** Pages about the account itself, such as Change password. */
  items: readonly NavigationItem[];
  /** Whom else the same person stands for, and how to get there. */
  others?: {
    label: string;
    choices: readonly { id: string; name: string }[];
    onChoose: (id: string) => void;
  };
  onSignOut: () => void;
  onSignOutEverywhere: () => void;
};

const load = () => import("./OpenAccountMenu.tsx");

/** Who is signed in, light or dark, and the ways out. The menu's program comes when a pointer comes near. */
export function AccountMenu(account: Account) {
  const [Menu, setMenu] = useState<ComponentType<Account>>();
  if (Menu) return <Menu {...account} />;
  const near = () => void load().catch(() => undefined);
  const open = () =>
    void load().then(
      (loaded) => setMenu(() => loaded.default),
      // The server has a newer console or portal by now: only a fresh page finds its parts.
      () => location.reload(),
    );
  return (
    <AccountButton
      name={account.name}
      aria-expanded="false"
      onPointerEnter={near}
      onFocus={near}
      onClick={open}
    />
  );
}
