import { Button } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";

const RetryMailMutation = graphql(`
  mutation RetryMail($input: RetryMailInput!) {
    retryMail(input: $input) {
      __typename
      ... on MailQueuedAgain {
        id
      }
      ... on MailNotFailed {
        message
      }
    }
  }
`);

/** Tries a mail again that was given up. */
export function RetryMail({ id }: { id: string }) {
  const [{ fetching }, retry] = useMutation(RetryMailMutation);
  const [refusal, setRefusal] = useState<string>();
  const tryAgain = async () => {
    const { data, error } = await retry({ input: { id } }, { additionalTypenames: ["Mail"] });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was done. Try again.");
    switch (data.retryMail.__typename) {
      case "MailQueuedAgain":
        return setRefusal(undefined);
      case "MailNotFailed":
        return setRefusal(data.retryMail.message);
    }
  };
  return (
    <>
      {refusal && <p role="alert">{refusal}</p>}
      <Button loading={fetching} onClick={() => void tryAgain()}>
        Send again
      </Button>
    </>
  );
}
