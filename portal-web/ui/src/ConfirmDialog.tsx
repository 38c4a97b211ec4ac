import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Dialog, DialogActions } from "./Dialog.tsx";
import styles from "./Dialog.module.css";
import { Notice } from "./Notice.tsx";

type Props = {
  opened: boolean;
  onClose: () => void;
  /** A question or the act: "Disable Ann Lee?" */
  title: string;
  /** What will happen, and what will not. */
  children: ReactNode;
  /** The outcome as a verb: "Disable user". */
  confirm: string;
  danger?: boolean;
  /** Acts. Gives back the refusal in a sentence, or nothing when done: the dialog then closes. */
  onConfirm: () => Promise<string | void>;
};

/** Asks once more before an act that can't simply be taken back. */
export function ConfirmDialog(props: Props) {
  const { opened, onClose, title, children, confirm, danger = false, onConfirm } = props;
  const [acting, setActing] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const close = () => {
    setRefusal(undefined);
    onClose();
  };
  const act = async () => {
    setActing(true);
    try {
      const refused = await onConfirm();
      if (refused) setRefusal(refused);
      else close();
    } finally {
      setActing(false);
    }
  };
  return (
    <Dialog opened={opened} onClose={close} title={title}>
      <div className={styles.body}>
        <div>{children}</div>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
      </div>
      <DialogActions>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button loading={acting} onClick={() => void act()} {...(danger && { color: "var(--danger-fill)" })}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
