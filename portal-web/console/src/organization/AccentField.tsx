import { TextInput } from "@mantine/core";
import { useFault } from "@quittance/ui/faults.ts";
import { useState } from "react";
import styles from "./AccentField.module.css";

const isColour = /^#[\da-f]{6}$/i;

/** The colour of buttons and links in the portal: typed, or picked from the swatch. */
export function AccentField({ value }: { value: string }) {
  const [colour, setColour] = useState(value);
  const error = useFault("accentColor");
  return (
    <TextInput
      name="accentColor"
      label="Accent colour"
      description="Of the portal's buttons and of documents, such as #2f6fed."
      aria-required
      value={colour}
      onChange={(event) => setColour(event.currentTarget.value)}
      leftSection={
        <input
          type="color"
          aria-label="Pick the accent colour"
          className={styles.swatch}
          value={isColour.test(colour) ? colour : "#000000"}
          onChange={(event) => setColour(event.currentTarget.value)}
        />
      }
      leftSectionPointerEvents="all"
      {...(error !== undefined && { error })}
    />
  );
}
