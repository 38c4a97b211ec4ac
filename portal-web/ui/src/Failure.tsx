import { Button } from "@mantine/core";
import IconCloudOff from "@tabler/icons-react/icons/IconCloudOff";
import styles from "./Failure.module.css";

/** Why something could not be shown or done, as far as a reader can use it. */
export type Fault = {
  /** A sentence, where there is a better one than that it failed. */
  reason?: string | undefined;
  /** The server's log has the same id. */
  errorId?: string | undefined;
};

type Props = {
  /** What failed, a sentence: "The invoices could not be loaded." */
  what: string;
  fault?: Fault;
  onRetry?: () => void;
  /** Within a card or a dialog, which is ground enough. */
  bare?: boolean;
};

/** Says what failed, offers to try again, and shows the id to quote when asking for help. */
export function Failure({ what, fault, onRetry, bare = false }: Props) {
  return (
    <div className={bare ? styles.failure : `card ${styles.failure}`} role="alert">
      <IconCloudOff size={32} stroke={1.5} aria-hidden />
      <h2>{what}</h2>
      <p>{fault?.reason ?? "Nothing was changed. Try again in a moment."}</p>
      {fault?.errorId && (
        <p>
          Error id <code>{fault.errorId}</code>
        </p>
      )}
      {onRetry && (
        <div className={styles.actions}>
          <Button variant="default" onClick={onRetry}>
            Retry
          </Button>
        </div>
      )}
    </div>
  );
}
