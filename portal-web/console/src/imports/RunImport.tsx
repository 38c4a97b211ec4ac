import { Button } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const RunImportFields = graphql(`
  fragment RunImport on CustomerImport {
    id
    goodCount
    badCount
  }
`);

const RunCustomerImport = graphql(`
  mutation RunCustomerImport($input: RunCustomerImportInput!) {
    runCustomerImport(input: $input) {
      __typename
      ... on CustomerImportStarted {
        customerImport {
          id
          status
        }
      }
      ... on ImportHasFaults {
        message
      }
      ... on ImportBusy {
        message
      }
    }
  }
`);

/** Makes the customers, after asking once more. */
export function RunImport({ of }: { of: FragmentType<typeof RunImportFields> }) {
  const { id, goodCount, badCount } = getFragmentData(RunImportFields, of);
  const [asking, setAsking] = useState(false);
  const [, run] = useMutation(RunCustomerImport);
  const act = async () => {
    const { data, error } = await run({ input: { id, skipBadRows: badCount > 0 } });
    if (!data) return (error && faultOf(error).reason) ?? "The import was not started. Try again.";
    switch (data.runCustomerImport.__typename) {
      case "CustomerImportStarted":
        return;
      case "ImportHasFaults":
      case "ImportBusy":
        return data.runCustomerImport.message;
    }
  };
  const verb = `Import ${goodCount.toLocaleString()} customers`;
  return (
    <>
      <Button disabled={goodCount === 0} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${verb}?`}
        confirm={verb}
        onConfirm={act}
      >
        {badCount > 0
          ? `The ${badCount.toLocaleString()} bad rows are left out. `
          : "Every row of the file becomes a customer with a subscription. "}
        Nothing is billed or mailed by the import itself.
      </ConfirmDialog>
    </>
  );
}
