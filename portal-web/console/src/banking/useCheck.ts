import { faultOf } from "@quittance/client/faultOf.ts";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../gql";
import type { BankMappingInput } from "../gql/graphql.ts";

const CheckBankFile = graphql(`
  mutation CheckBankFile($input: CheckBankFileInput!) {
    checkBankFile(input: $input) {
      __typename
      ... on BankFileChecked {
        file {
          id
          status
        }
      }
      ... on ForeignAccount {
        message
      }
      ... on BankFileNotReady {
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

/** Has a file checked, a CSV as its columns are mapped; keeps why it was refused. */
export function useCheck(id: string) {
  const [, ask] = useMutation(CheckBankFile);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const check = async (mapping?: BankMappingInput) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await ask({ input: { id, ...(mapping && { mapping }) } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "The file was not checked. Try again.");
    const answer = data.checkBankFile;
    switch (answer.__typename) {
      case "BankFileChecked":
        return;
      case "ForeignAccount":
      case "BankFileNotReady":
        return setRefusal(answer.message);
      case "InvalidInput":
        return mapping ? setFaults(answer.fields) : setRefusal(answer.message);
    }
  };
  return { check, faults, refusal };
}
