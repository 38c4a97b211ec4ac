import { faultOf } from "@quittance/client/faultOf.ts";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { TextAreaField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { newKey } from "@quittance/ui/newKey.ts";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import styles from "./Evidence.module.css";

const EvidenceFields = graphql(`
  fragment Evidence on Dispute {
    id
    state
    response
    evidence
    gateway
  }
`);

const AnswerDispute = graphql(`
  mutation AnswerDispute($input: AnswerDisputeInput!) {
    answerDispute(input: $input) {
      __typename
      ... on DisputeAnswered {
        dispute {
          id
          state
        }
      }
      ... on DisputeNotOpen {
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

/** What is said against the dispute: a form as long as it is waited for, then what was written. */
export function Evidence({ dispute }: { dispute: FragmentType<typeof EvidenceFields> }) {
  const { id, state, response, evidence, gateway } = getFragmentData(EvidenceFields, dispute);
  const mayAct = useMay("PAYMENT_WRITE");
  if (evidence)
    return (
      <Section title="Your evidence">
        <p className={styles.text}>{evidence}</p>
      </Section>
    );
  if (state !== "NEEDS_RESPONSE" || response || !mayAct) return null;
  return (
    <Section title="Your evidence">
      <EvidenceForm disputeId={id} sandbox={gateway === "sandbox"} />
    </Section>
  );
}

function EvidenceForm({ disputeId, sandbox }: { disputeId: string; sandbox: boolean }) {
  const [, answer] = useMutation(AnswerDispute);
  const [key, setKey] = useState(newKey);
  const [refused, setRefused] = useState<{ faults?: readonly FieldFault[]; refusal?: string }>({});
  const submit = async (values: FormValues) => {
    setRefused({});
    const { data, error } = await answer(
      { input: { disputeId, evidence: values.text("evidence"), idempotencyKey: key } },
      { additionalTypenames: ["HistoryEntry"] },
    );
    if (!data)
      return setRefused({ refusal: (error && faultOf(error).reason) ?? "No answer came. Try again." });
    setKey(newKey());
    const outcome = data.answerDispute;
    switch (outcome.__typename) {
      case "DisputeAnswered":
        return;
      case "DisputeNotOpen":
      case "KeyReused":
        return setRefused({ refusal: outcome.message });
      case "InvalidInput":
        return setRefused({ faults: outcome.fields });
    }
  };
  return (
    <Form
      submit="Hand in evidence"
      onSubmit={submit}
      {...(refused.faults && { faults: refused.faults })}
      refusal={refused.refusal}
    >
      <p>Say what was delivered, when and to whom, and what the payer agreed to. It can be handed in once.</p>
      <TextAreaField
        path="evidence"
        label="Evidence"
        rows={8}
        required
        {...(sandbox && {
          hint: "Sandbox: with the word winning_evidence or losing_evidence the bank decides so on the next day.",
        })}
      />
    </Form>
  );
}
