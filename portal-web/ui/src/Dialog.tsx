import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
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
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? 720 : 480}
      closeButtonProps={{ "aria-label": "Close", size: "lg" }}
      classNames={{ title: styles.title ?? "", inner: styles.inner ?? "", content: styles.content ?? "" }}
    >
      {children}
    </Modal>
  );
}

/** The buttons at the foot of a dialog or form: the one that acts comes last, and first on a narrow screen. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
