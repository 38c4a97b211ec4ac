import { NativeSelect } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Notice, Saved } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const MonthlyChoiceFields = graphql(`
  fragment MonthlyChoice on Customer {
    id
    monthlyStatement {
      own
      mailed
    }
  }
`);

const ChooseMonthlyStatement = graphql(`
  mutation ChooseMonthlyStatement($input: ChooseMonthlyStatementInput!) {
    chooseMonthlyStatement(input: $input) {
      __typename
      ... on MonthlyStatementChosen {
        monthlyStatement {
          own
          mailed
        }
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

const choices = [
  { value: "", label: "As set for all customers" },
  { value: "true", label: "Mailed each month" },
  { value: "false", label: "Not mailed" },
];

/** Whether this customer gets a statement on the first of each month. */
export function MonthlyChoice({ customer }: { customer: FragmentType<typeof MonthlyChoiceFields> }) {
  const { id, monthlyStatement } = getFragmentData(MonthlyChoiceFields, customer);
  const [, choose] = useMutation(ChooseMonthlyStatement);
  const [chosen, setChosen] = useState(monthlyStatement);
  const [answer, setAnswer] = useState<{ saved?: boolean; refusal?: string }>({});
  const mayChange = useMay("CUSTOMER_WRITE");

  const send = async (value: string) => {
    setAnswer({});
    const { data, error } = await choose(
      { input: { customerId: id, ...(value !== "" && { monthly: value === "true" }) } },
      { additionalTypenames: ["HistoryEntry"] },
    );
    if (!data)
      return setAnswer({ refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." });
    switch (data.chooseMonthlyStatement.__typename) {
      case "MonthlyStatementChosen":
        setChosen(data.chooseMonthlyStatement.monthlyStatement);
        return setAnswer({ saved: true });
      case "InvalidInput":
        return setAnswer({ refusal: data.chooseMonthlyStatement.message });
    }
  };
  return (
    <div className="no-print" style={{ marginTop: "var(--gap)" }}>
      <Section title="Statement of each month" action={answer.saved && <Saved />}>
        {answer.refusal && <Notice tone="negative">{answer.refusal}</Notice>}
        <NativeSelect
          label="On the first of the next month, if anything happened or is owed"
          value={chosen.own === null || chosen.own === undefined ? "" : chosen.own.toString()}
          data={choices}
          disabled={!mayChange}
          description={chosen.mailed ? "It is mailed to the invoice recipients." : "It is not mailed."}
          onChange={(event) => void send(event.currentTarget.value)}
        />
      </Section>
    </div>
  );
}
