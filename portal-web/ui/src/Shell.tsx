import { ActionIcon } from "@mantine/core";
import IconMenu2 from "@tabler/icons-react/icons/IconMenu2";
import IconX from "@tabler/icons-react/icons/IconX";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { Navigation, type NavigationGroup } from "./Navigation.tsx";
import styles from "./Shell.module.css";

type Props = {
  /** Whose app this is; the logo as a data URL. */
  brand: { name: string; logo?: string | null };
  navigation: readonly NavigationGroup[];
  /** The account menu, and whatever else stands in the bar. */
  account: ReactNode;
  /** Said above everything: a sandbox, a clock on its way. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every signed-in page: a side bar from 992 px, below that a bar with a menu. */
export function Shell({ brand, navigation, account, banner, children }: Props) {
  const [open, setOpen] = useState(false);
  useNewPage();
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <div className={styles.shell}>
        <aside className={styles.side}>
          <div className={styles.standing}>
            <Brand {...brand} />
            <Navigation groups={navigation} />
          </div>
        </aside>
        <header className={styles.bar}>
          <ActionIcon
            className={styles.burger ?? ""}
            variant="subtle"
            color="gray"
            aria-label={open ? "Close menu" : "Open menu"}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? <IconX size={22} /> : <IconMenu2 size={22} />}
          </ActionIcon>
          <Brand {...brand} />
          {account}
        </header>
        {open && (
          // Escape closes the panel from whatever stands in it.
          // eslint-disable-next-line jsx-a11y-x/no-static-element-interactions
          <div className={styles.panel} onKeyDown={(event) => event.key === "Escape" && setOpen(false)}>
            <Navigation groups={navigation} onChosen={() => setOpen(false)} />
          </div>
        )}
        <main id="main" tabIndex={-1} className={styles.main}>
          {banner}
          {children}
          <div id="layer" />
        </main>
      </div>
    </>
  );
}

let wentBack = false;
addEventListener("popstate", () => {
  wentBack = true;
});

/** A page begins at its top, and takes the focus when what had it is gone. Going back is left to the browser. */
function useNewPage(): void {
  const [path] = useLocation();
  const before = useRef(path);
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (!wentBack) scrollTo(0, 0);
    wentBack = false;
    if (document.activeElement === document.body)
      document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
}

function Brand({ name, logo }: Props["brand"]) {
  return (
    <Link href="/" className={styles.brand}>
      {logo ? (
        <img className={styles.logo} src={logo} alt="" />
      ) : (
        <span className={styles.initial} aria-hidden="true">
          {[...name][0]?.toUpperCase()}
        </span>
      )}
      <span>{name}</span>
    </Link>
  );
}
