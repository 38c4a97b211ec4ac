import { Modal } from "@mantine/core";
import { useEffect, type ReactNode } from "react";
import styles from "./Dialog.module.css";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** For tables and forms in two columns. */
  wide?: boolean;
};

/** A dialog: keeps the focus while it is open and gives it back to what opened it. */
export function Dialog({ opened, onClose, title, children, wide = false }: Props) {
  useFocusBack(opened);
  return (
    <Modal.Root
      returnFocus={false}
      opened={opened}
      onClose={onClose}
      size={wide ? 720 : 480}
      classNames={{ inner: styles.inner ?? "", content: styles.content ?? "" }}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Mantine's own header: that element would be a second banner of the page. */}
        <div className={styles.header}>
          <Modal.Title className={styles.title ?? ""}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" size={36} iconSize={20} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Mantine's own way back does not serve dialogs that are made open, menus, and openers that are gone meanwhile. */
function useFocusBack(opened: boolean): void {
  useEffect(() => {
    if (!opened) return;
    const opener = openerOf(document.activeElement);
    return () => {
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        (opener?.isConnected ? opener : document.getElementById("main"))?.focus({ preventScroll: true });
      }, 20);
    };
  }, [opened]);
}

/** What opened the dialog; for an entry of a menu, the menu's button. */
function openerOf(active: Element | null): HTMLElement | null {
  const menu = active?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  return menu ? document.getElementById(menu) : active instanceof HTMLElement ? active : null;
}

/** The buttons at the foot of a dialog or form: the one that acts comes last, and first on a narrow screen. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
