import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { DunningRuleForm, type Place } from "./DunningRuleForm.tsx";
import { DunningRuleFacts } from "./DunningRuleFacts.tsx";

const DunningRuleCardQuery = graphql(`
  query DunningRuleCard {
    dunningRules {
      id
      retryDays
      reminderDays
      finalAction
      plan {
        id
      }
      customer {
        id
      }
    }
  }
`);

const RemoveDunningRule = graphql(`
  mutation RemoveDunningRule($input: RemoveDunningRuleInput!) {
    removeDunningRule(input: $input) {
      __typename
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

/** The rule of a plan or a customer: inherited, or set apart. */
export function DunningRuleCard({ place }: { place: Place }) {
  const [{ data }] = useQuery({ query: DunningRuleCardQuery, context: refreshedWith });
  const mayWrite = useMay("SETTINGS_WRITE");
  const [apart, setApart] = useState(false);
  const rules = data?.dunningRules ?? [];
  const own = rules.find(
    ({ plan, customer }) =>
      (plan !== null && plan?.id === place.planId) ||
      (customer !== null && customer?.id === place.customerId),
  );
  const common = rules.find(({ plan, customer }) => !plan && !customer);
  const shown = own ?? common;
  if (!shown) return null;
  return (
    <Section
      title="Unpaid invoices"
      action={
        mayWrite &&
        !own &&
        !apart && (
          <Button size="compact-md" variant="default" onClick={() => setApart(true)}>
            Set apart
          </Button>
        )
      }
    >
      {mayWrite && (own ?? apart) ? (
        <DunningRuleForm
          place={place}
          rule={shown}
          beside={<InheritAgain place={place} set={own !== undefined} onInherited={() => setApart(false)} />}
        />
      ) : (
        <DunningRuleFacts rule={shown} note={own ? undefined : "As for everybody."} />
      )}
    </Section>
  );
}

function InheritAgain({ place, set, onInherited }: { place: Place; set: boolean; onInherited: () => void }) {
  const [{ fetching }, remove] = useMutation(RemoveDunningRule);
  const [refusal, setRefusal] = useState<string>();
  const inherit = async () => {
    setRefusal(undefined);
    if (set) {
      const { data, error } = await remove({ input: place }, refreshedWith);
      if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
    }
    onInherited();
  };
  return (
    <>
      <Button variant="default" loading={fetching} onClick={() => void inherit()}>
        As for everybody
      </Button>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
    </>
  );
}

const refreshedWith = { additionalTypenames: ["DunningRule"] };
