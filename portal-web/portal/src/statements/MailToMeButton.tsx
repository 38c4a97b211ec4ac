import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { Notice, Saved } from "@quittance/ui/Notice.tsx";
import type { Asked } from "@quittance/shared/statements/StatementPeriod.tsx";
import IconMail from "@tabler/icons-react/icons/IconMail";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";

const MailStatementToMe = graphql(`
  mutation MailStatementToMe($input: MailStatementToMeInput!) {
    mailStatementToMe(input: $input) {
      __typename
      ... on StatementMailed {
        to
      }
      ... on NoRecipient {
        message
      }
      ... on SwitchedOff {
        message
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

/** Mails the statement to the person who reads it. */
export function MailToMeButton({ asked }: { asked: Asked }) {
  const [{ fetching }, mail] = useMutation(MailStatementToMe);
  const [key, setKey] = useState(newKey);
  const [sentTo, setSentTo] = useState<readonly string[]>();
  const [refusal, setRefusal] = useState<string>();

  const send = async () => {
    setSentTo(undefined);
    setRefusal(undefined);
    const { data, error } = await mail({ input: { ...asked, idempotencyKey: key } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "No answer came. Try again.");
    setKey(newKey());
    const answer = data.mailStatementToMe;
    switch (answer.__typename) {
      case "StatementMailed":
        return setSentTo(answer.to);
      case "NoRecipient":
      case "SwitchedOff":
      case "KeyReused":
      case "InvalidInput":
        return setRefusal(answer.message);
    }
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMail size={18} aria-hidden />}
        loading={fetching}
        onClick={() => void send()}
      >
        Email it to me
      </Button>
      {sentTo && <Saved>On its way to {sentTo.join(", ")}</Saved>}
      {refusal && <Notice tone="negative">{refusal}</Notice>}
    </>
  );
}
