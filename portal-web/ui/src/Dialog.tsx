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
    <Modal.Root
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

/** The buttons at the foot of a dialog or form: the one that acts comes last, and first on a narrow screen. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
