import { Button, FileButton } from "@mantine/core";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import IconUpload from "@tabler/icons-react/icons/IconUpload";
import { useState, type DragEvent } from "react";
import { useLocation } from "wouter";
import { uploadBankFile } from "../imports/upload.ts";
import styles from "./BankUpload.module.css";

/** Takes a file of the bank, dropped or chosen, and goes on to what is in it. */
export function BankUpload() {
  const [, navigate] = useLocation();
  const [sending, setSending] = useState(false);
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const take = async (file: File | null | undefined) => {
    if (!file || sending) return;
    setSending(true);
    setRefusal(undefined);
    const answer = await uploadBankFile(file);
    setSending(false);
    if ("id" in answer) navigate(`/bank-statements/files/${answer.id}`);
    else setRefusal(answer.refusal);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div style={{ marginBottom: "var(--gap)", display: "grid", gap: 16 }}>
      <Section title="Upload a bank statement">
        <div
          role="presentation"
          className={`${styles.drop} ${over ? styles.over : ""}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <p>
            Drop a file here: camt.053 (XML), or CSV, whose columns you map. You see what is in it before
            anything is taken in, and nothing is taken in twice.
          </p>
          <FileButton
            onChange={(file) => void take(file)}
            accept=".xml,.csv,.txt,application/xml,text/xml,text/csv"
          >
            {(button) => (
              <Button {...button} loading={sending} leftSection={<IconUpload size={18} aria-hidden />}>
                Choose a file
              </Button>
            )}
          </FileButton>
        </div>
      </Section>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
    </div>
  );
}
