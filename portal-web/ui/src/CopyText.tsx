import { ActionIcon, Tooltip } from "@mantine/core";
import IconCheck from "@tabler/icons-react/icons/IconCheck";
import IconCopy from "@tabler/icons-react/icons/IconCopy";
import { useState } from "react";
import { useAnnounce } from "./Announcer.tsx";

type Props = {
  text: string;
  /** What it is: "payment reference". */
  what: string;
};

/** A text that people take elsewhere, with a button that copies it. */
export function CopyText({ text, what }: Props) {
  const [copied, setCopied] = useState(false);
  const announce = useAnnounce();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    announce(`Copied the ${what}`);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <span style={{ display: "inline-flex", alignItems: "center", gap: 4, maxWidth: "100%" }}>
      <span className="tabular" style={{ overflowWrap: "anywhere" }}>
        {text}
      </span>
      <Tooltip label={copied ? "Copied" : "Copy"}>
        <ActionIcon variant="subtle" color="gray" aria-label={`Copy ${what}`} onClick={() => void copy()}>
          {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
