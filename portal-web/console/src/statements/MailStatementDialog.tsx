import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { daysText } from "@quittance/ui/Day.tsx";
import { Dialog, DialogActions } from "@quittance/ui/Dialog.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextAreaField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import type { Asked } from "@quittance/shared/statements/StatementPeriod.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const MailStatement = graphql(`
  mutation MailStatement($input: MailStatementInput!) {
    mailStatement(input: $input) {
      __typename
      ... on StatementMailed {
        to
      }
      ... on SwitchedOff {
        message
      }
      ... on NoRecipient {
        message
      }
      ... on KeyReused {
        message
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
  customerId: string;
  asked: Asked;
  /** Who gets the customer's invoices. */
  recipients: readonly string[];
  onClose: () => void;
};

/** Mails a statement with its PDF. */
export function MailStatementDialog({ customerId, asked, recipients, onClose }: Props) {
  const [, send] = useMutation(MailStatement);
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const [sentTo, setSentTo] = useState<readonly string[]>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await send({
      input: { customerId, ...asked, recipients: values.all("recipients"), idempotencyKey: key },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.mailStatement;
    switch (answer.__typename) {
      case "StatementMailed":
        return setSentTo(answer.to);
      case "SwitchedOff":
      case "NoRecipient":
      case "KeyReused":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <Dialog opened onClose={onClose} title={`Email the statement of ${daysText(asked.from, asked.to)}`}>
      {sentTo ? (
        <>
          <Notice tone="positive" title="On its way.">
            To {sentTo.join(", ")}, with the PDF attached.
          </Notice>
          <DialogActions>
            <Button onClick={onClose}>Done</Button>
          </DialogActions>
        </>
      ) : (
        <Form submit="Send statement" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
          <TextAreaField
            path="recipients"
            label="Addresses"
            required
            hint="One per line. The PDF is attached."
            value={recipients.join("\n")}
          />
        </Form>
      )}
    </Dialog>
  );
}
