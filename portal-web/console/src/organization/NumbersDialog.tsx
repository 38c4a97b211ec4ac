import { Button, TextInput } from "@mantine/core";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useRested } from "@quittance/ui/useRested.ts";
import styles from "../corrections/CreditDialog.module.css";
import { graphql } from "../gql";
import type { SeriesKind } from "../gql/graphql.ts";

const PreviewNumbers = graphql(`
  query PreviewNumbers($input: DocumentNumbersInput!) {
    previewDocumentNumbers(input: $input) {
      __typename
      ... on DocumentNumbers {
        next
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

const UpdateNumbers = graphql(`
  mutation UpdateNumbers($input: DocumentNumbersInput!) {
    updateDocumentNumbers(input: $input) {
      __typename
      ... on DocumentNumbersUpdated {
        numbers {
          kind
          next
        }
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

type Props = {
  numbers: { kind: SeriesKind; pattern: string; begun: boolean };
  title: string;
  onClose: () => void;
};

/** Changes how a kind of document is numbered; shows the next number before. */
export function NumbersDialog({ numbers: { kind, pattern: present, begun }, title, onClose }: Props) {
  const [pattern, setPattern] = useState(present);
  const [first, setFirst] = useState("");
  const [refused, setRefused] = useState<string>();
  const [{ fetching: sending }, update] = useMutation(UpdateNumbers);
  const input = { kind, pattern, ...(/^\d+$/.test(first) && { firstNumber: Number(first) }) };
  const rested = useRested(input);
  const [{ data, error }] = useQuery({
    query: PreviewNumbers,
    variables: { input: rested },
    requestPolicy: "network-only",
  });
  const preview = data?.previewDocumentNumbers;
  const faults = preview?.__typename === "InvalidInput" ? preview.fields : [];
  const fault = (path: string) => faults.find((one) => one.path === path)?.message;
  const shown = preview?.__typename === "DocumentNumbers" ? preview.next : undefined;
  const save = async () => {
    setRefused(undefined);
    const { data, error } = await update({ input });
    if (!data) return setRefused((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.updateDocumentNumbers.__typename) {
      case "DocumentNumbersUpdated":
        return onClose();
      case "InvalidInput":
        return setRefused(data.updateDocumentNumbers.fields.map(({ message }) => message).join(" "));
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Numbers of ${title.toLowerCase()}`}>
      <div className={styles.body}>
        <TextInput
          label="Pattern"
          description="{year} is the year, {number:6} the counter with at least six digits."
          value={pattern}
          error={fault("pattern") ?? refused}
          onChange={(event) => setPattern(event.currentTarget.value)}
        />
        <TextInput
          label="First number"
          inputMode="numeric"
          disabled={begun}
          description={
            begun
              ? "It can be chosen again before the first document of the next series."
              : "The counter of the next document."
          }
          value={first}
          error={fault("firstNumber")}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <p aria-live="polite">
          {shown ? (
            <>
              The next number is <b className="tabular">{shown}</b>.
            </>
          ) : error ? (
            (faultOf(error).reason ?? "The next number could not be told.")
          ) : (
            "…"
          )}
        </p>
      </div>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button loading={sending} disabled={!shown} onClick={() => void save()}>
          Save numbers
        </Button>
      </DialogActions>
    </Dialog>
  );
}
