import { PasswordField } from "@quittance/ui/fields.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { mismatch, NewPasswordFields } from "@quittance/ui/NewPasswordFields.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { ChangePasswordMutation } from "../gql/graphql.ts";

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on PasswordChanged {
        endedSessions
      }
      ... on WrongPassword {
        message
      }
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
    }
  }
`);

type Answer = { faults?: readonly FieldFault[]; refusal?: string; done?: string };

/** Existing password, and the new one twice. */
export default function ChangePasswordPage() {
  const [, change] = useMutation(ChangePassword);
  const [answer, setAnswer] = useState<Answer>({});
  const submit = async (values: FormValues) => {
    const differing = mismatch(values, "new");
    if (differing.length > 0) return setAnswer({ faults: differing });
    const { data, error } = await change({
      input: { existing: values.raw("existing"), new: values.raw("new") },
    });
    if (data) setAnswer(answerOf(data.changePassword));
    else
      setAnswer({
        refusal: (error && faultOf(error).reason) ?? "Your password could not be changed. Try again.",
      });
  };
  return (
    <>
      <PageTitle title="Change password" />
      <div className="card" style={{ maxWidth: 480 }}>
        {answer.done ? (
          <Notice tone="positive" title="Your password is changed">
            {answer.done}
          </Notice>
        ) : (
          <Form
            submit="Change password"
            onSubmit={submit}
            refusal={answer.refusal}
            {...(answer.faults && { faults: answer.faults })}
          >
            <PasswordField
              path="existing"
              label="Existing password"
              required
              autoComplete="current-password"
            />
            <NewPasswordFields path="new" />
          </Form>
        )}
      </div>
    </>
  );
}

function answerOf(result: ChangePasswordMutation["changePassword"]): Answer {
  switch (result.__typename) {
    case "PasswordChanged":
      return { done: endedSentence(result.endedSessions) };
    case "WrongPassword":
      return { faults: [{ path: "existing", message: result.message }] };
    case "InvalidInput":
      return { faults: result.fields };
  }
}

function endedSentence(ended: number): string {
  if (ended === 0) return "Use it the next time you sign in.";
  return `Use it the next time you sign in. ${ended === 1 ? "Another session was" : `${ended} other sessions were`} ended.`;
}
