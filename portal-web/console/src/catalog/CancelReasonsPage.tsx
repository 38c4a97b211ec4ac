import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { TextAreaField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useMutation, useQuery } from "urql";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";

const CancelReasonsQuery = graphql(`
  query CancelReasons {
    cancelReasons
  }
`);

const SetCancelReasons = graphql(`
  mutation SetCancelReasons($input: SetCancelReasonsInput!) {
    setCancelReasons(input: $input) {
      __typename
      ... on CancelReasonsSet {
        reasons
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

/** Words name no type by which they would be fetched again: the answer that sets them is named instead. */
const setAnew = { additionalTypenames: ["CancelReasonsSet"] };

/** The reasons that can be chosen when a subscription is cancelled. */
export default function CancelReasonsPage() {
  const [{ data, error }, ask] = useQuery({
    query: CancelReasonsQuery,
    requestPolicy: "cache-and-network",
    context: setAnew,
  });
  const mayWrite = useMay("CATALOG_WRITE");
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle title="Cancel reasons" note="What can be chosen when a subscription is cancelled." />
      {error && !data && (
        <Failure
          what="The reasons could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={3} />}
      {data && mayWrite && <ReasonsForm reasons={data.cancelReasons} />}
      {data && !mayWrite && (
        <Section title="Reasons">
          {data.cancelReasons.length === 0 ? (
            <p>None: any reason may be given.</p>
          ) : (
            <ol>
              {data.cancelReasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ol>
          )}
        </Section>
      )}
    </div>
  );
}

function ReasonsForm({ reasons }: { reasons: readonly string[] }) {
  const [, set] = useMutation(SetCancelReasons);
  const save = async (values: FormValues): Promise<Came> => {
    const lines = values.text("reasons").split("\n");
    const { data, error } = await set({
      input: { reasons: lines.map((line) => line.trim()).filter((line) => line !== "") },
    });
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." };
    switch (data.setCancelReasons.__typename) {
      case "CancelReasonsSet":
        return "saved";
      case "InvalidInput":
        return {
          faults: data.setCancelReasons.fields.map(({ path, message }) => ({
            path: "reasons",
            message: told(path, message),
          })),
        };
    }
  };
  return (
    <SavingForm submit="Save reasons" save={save}>
      <Section title="Reasons">
        <TextAreaField
          path="reasons"
          label="One reason per line"
          hint="In the order in which they are shown. With none, any reason may be given."
          rows={10}
          value={reasons.join("\n")}
        />
      </Section>
    </SavingForm>
  );
}

/** A fault of one line names the line. */
function told(path: string, message: string): string {
  const line = /\[(\d+)\]/.exec(path)?.[1];
  return line === undefined ? `The list ${message}.` : `Line ${Number(line) + 1} ${message}.`;
}
