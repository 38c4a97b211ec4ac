import { Button, FileButton, NativeSelect } from "@mantine/core";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import IconUpload from "@tabler/icons-react/icons/IconUpload";
import { useState } from "react";
import { useLocation } from "wouter";
import type { TakeOverKind } from "../gql/graphql.ts";
import { kindTexts } from "../takeover/texts.ts";
import { upload } from "./upload.ts";

/** Takes a file and goes on to its columns. */
export function UploadCard() {
  const [, navigate] = useLocation();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [kind, setKind] = useState<TakeOverKind>();
  const take = async (file: File | null) => {
    if (!file) return;
    setSending(true);
    setRefusal(undefined);
    const answer = await upload(file, kind);
    setSending(false);
    if ("id" in answer) navigate(`/${kind ? "take-over" : "import"}/${answer.id}`);
    else setRefusal(answer.refusal);
  };
  return (
    <div style={{ marginBottom: "var(--gap)", display: "grid", gap: 16 }}>
      <Section title="Upload a file">
        <p style={{ marginBottom: 16 }}>
          One thing per row, the names of the columns in the first. You map the columns and see every bad row
          before anything is made.
        </p>
        <NativeSelect
          label="What is in the file"
          maw={320}
          mb={16}
          data={[
            { value: "", label: "Customers" },
            ...Object.entries(kindTexts).map(([value, label]) => ({ value, label })),
          ]}
          value={kind ?? ""}
          onChange={(event) => setKind((event.currentTarget.value || undefined) as TakeOverKind | undefined)}
        />
        <FileButton onChange={(file) => void take(file)} accept=".csv,.txt,.tsv,text/csv">
          {(button) => (
            <Button {...button} loading={sending} leftSection={<IconUpload size={18} aria-hidden />}>
              Choose a CSV file
            </Button>
          )}
        </FileButton>
      </Section>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
    </div>
  );
}
