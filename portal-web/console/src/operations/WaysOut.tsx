import { Button } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState, type ReactNode } from "react";

type Props = {
  /** What is parked, in words. */
  name: string;
  /** Tries it again; answers why not, where it was refused. */
  retry: () => Promise<string | undefined>;
  /** Gives it up; answers why not, where it was refused. */
  drop: () => Promise<string | undefined>;
  /** What giving up is called: "Drop delivery". */
  dropping: string;
  /** What giving up leaves undone. */
  children: ReactNode;
};

/** The ways out for what is parked: it is tried again, or given up after asking once more. */
export function WaysOut({ name, retry, drop, dropping, children }: Props) {
  const [trying, setTrying] = useState(false);
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const tryAgain = async () => {
    setTrying(true);
    try {
      setRefusal(await retry());
    } finally {
      setTrying(false);
    }
  };
  return (
    <>
      {refusal && <p role="alert">{refusal}</p>}
      <Button
        size="compact-md"
        variant="light"
        loading={trying}
        aria-label={`Retry ${name}`}
        onClick={() => void tryAgain()}
      >
        Retry
      </Button>{" "}
      <Button size="compact-md" variant="default" aria-label={`Drop ${name}`} onClick={() => setAsking(true)}>
        Drop
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`Drop ${name}?`}
        confirm={dropping}
        danger
        onConfirm={drop}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
