import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { useLocation } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const BankFileActionsFields = graphql(`
  fragment BankFileActions on BankFile {
    id
    fileName
    status
    goodCount
    badCount
    knownCount
  }
`);

const ImportBankFile = graphql(`
  mutation ImportBankFile($input: ImportBankFileInput!) {
    importBankFile(input: $input) {
      __typename
      ... on BankFileImported {
        file {
          id
          status
        }
      }
      ... on NothingNew {
        message
      }
      ... on BankFileHasFaults {
        message
      }
      ... on BankFileNotReady {
        message
      }
      ... on ForeignAccount {
        message
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const DiscardBankFile = graphql(`
  mutation DiscardBankFile($input: DiscardBankFileInput!) {
    discardBankFile(input: $input) {
      __typename
      ... on BankFileDiscarded {
        fileName
      }
      ... on BankFileNotReady {
        message
      }
    }
  }
`);

const changes = { additionalTypenames: ["BankFile", "BankStatement", "BankEntry"] };

/** What is possible with a file now: take its entries in, or discard it. */
export function BankFileActions({ of }: { of: FragmentType<typeof BankFileActionsFields> }) {
  const { id, fileName, status, goodCount, badCount, knownCount } = getFragmentData(
    BankFileActionsFields,
    of,
  );
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState<"import" | "discard">();
  const [, bring] = useMutation(ImportBankFile);
  const [, discard] = useMutation(DiscardBankFile);
  const fresh = goodCount - knownCount;
  const close = () => setAsking(undefined);

  const runImport = async () => {
    const { data, error } = await bring({ input: { id, skipBadRows: badCount > 0 } }, changes);
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was taken in. Try again.";
    switch (data.importBankFile.__typename) {
      case "BankFileImported":
        return navigate("/bank-statements");
      case "NothingNew":
      case "BankFileHasFaults":
      case "BankFileNotReady":
      case "ForeignAccount":
      case "InvalidInput":
        return data.importBankFile.message;
    }
  };
  const runDiscard = async () => {
    const { data, error } = await discard({ input: { id } }, changes);
    if (!data) return (error && faultOf(error).reason) ?? "The file was not discarded. Try again.";
    switch (data.discardBankFile.__typename) {
      case "BankFileDiscarded":
        return navigate("/bank-statements");
      case "BankFileNotReady":
        return data.discardBankFile.message;
    }
  };

  const verb = `Import ${fresh.toLocaleString()} entries`;
  return (
    <>
      <Button variant="default" onClick={() => setAsking("discard")}>
        Discard
      </Button>
      {status === "CHECKED" && fresh > 0 && <Button onClick={() => setAsking("import")}>{verb}</Button>}
      <ConfirmDialog
        opened={asking === "import"}
        onClose={close}
        title={`${verb}?`}
        confirm={verb}
        onConfirm={runImport}
      >
        {badCount > 0 && `What is bad is left out. `}
        The entries are compared with what is due; you confirm what they are. What matches exactly is booked
        at once only where that is set.
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === "discard"}
        onClose={close}
        title={`Discard ${fileName}?`}
        confirm="Discard the file"
        danger
        onConfirm={runDiscard}
      >
        The file is deleted here. It can be uploaded again.
      </ConfirmDialog>
    </>
  );
}
