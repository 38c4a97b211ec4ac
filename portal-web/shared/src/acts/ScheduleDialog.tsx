import { Button, TextInput } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import styles from "./Acts.module.css";
import { graphql } from "../gql";
import type { Reader } from "../Reader.ts";

const ChangeSchedule = graphql(`
  mutation ChangeSchedule($input: ChangeScheduleInput!) {
    changeSchedule(input: $input) {
      __typename
      ... on ScheduleChanged {
        subscription {
          id
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on ActNotPossible {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const DeleteSchedule = graphql(`
  mutation DeleteSchedule($input: DeleteScheduleInput!) {
    deleteSchedule(input: $input) {
      __typename
      ... on ScheduleDeleted {
        subscription {
          id
        }
      }
      ... on SwitchedOff {
        message
      }
      ... on ActNotPossible {
        message
      }
    }
  }
`);

type Props = {
  reader: Reader;
  id: string;
  /** Today, in the customer's zone. */
  today: string;
  /** What is planned now; no pause where it is paused already. */
  pausesOn: string | null | undefined;
  resumesOn: string | null | undefined;
  paused: boolean;
  /** Whether the reader may say when it goes on. */
  mayResume: boolean;
  onClose: () => void;
};

const UNCHANGED = "Nothing was changed. Try again.";

/** Changes when a subscription is paused and resumed, or drops both. */
export function ScheduleDialog(props: Props) {
  const { reader, id, today, pausesOn, resumesOn, paused, mayResume, onClose } = props;
  const [pauseOn, setPauseOn] = useState(pausesOn ?? "");
  const [resumeOn, setResumeOn] = useState(resumesOn ?? "");
  const [refusal, setRefusal] = useState<string>();
  const [changing, change] = useMutation(ChangeSchedule);
  const [deleting, remove] = useMutation(DeleteSchedule);

  const save = async () => {
    const { data, error } = await change({
      input: { id, ...(pauseOn && !paused && { pauseOn }), ...(resumeOn && { resumeOn }) },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? UNCHANGED);
    switch (data.changeSchedule.__typename) {
      case "ScheduleChanged":
        return onClose();
      case "SwitchedOff":
      case "ActNotPossible":
      case "InvalidInput":
        return setRefusal(data.changeSchedule.message);
    }
  };
  const drop = async () => {
    const { data, error } = await remove({ input: { id } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? UNCHANGED);
    switch (data.deleteSchedule.__typename) {
      case "ScheduleDeleted":
        return onClose();
      case "SwitchedOff":
      case "ActNotPossible":
        return setRefusal(data.deleteSchedule.message);
    }
  };
  return (
    <Dialog opened onClose={onClose} title="Change schedule">
      <div className={styles.stack}>
        {refusal && <Notice tone="negative">{refusal}</Notice>}
        {!paused && (
          <TextInput
            type="date"
            label="First day of the pause"
            aria-required
            min={today}
            value={pauseOn}
            onChange={(event) => setPauseOn(event.currentTarget.value)}
          />
        )}
        {mayResume && (
          <TextInput
            type="date"
            label="Goes on again on (optional)"
            description={
              reader === "customer"
                ? "Left empty, it stays paused until you resume it."
                : "Left empty, it stays paused until it is resumed."
            }
            min={today}
            value={resumeOn}
            onChange={(event) => setResumeOn(event.currentTarget.value)}
          />
        )}
      </div>
      <DialogActions>
        <Button variant="default" loading={deleting.fetching} onClick={() => void drop()}>
          Delete schedule
        </Button>
        <Button loading={changing.fetching} disabled={!paused && pauseOn === ""} onClick={() => void save()}>
          Save schedule
        </Button>
      </DialogActions>
    </Dialog>
  );
}
