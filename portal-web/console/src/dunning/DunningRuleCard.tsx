import { faultOf } from "@quittance/client/faultOf.ts";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import { ruleAt, type Place } from "../rules/places.ts";
import { RuleCard } from "../rules/RuleCard.tsx";
import { DunningRuleFacts } from "./DunningRuleFacts.tsx";
import { DunningRuleForm } from "./DunningRuleForm.tsx";

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

const refreshedWith = { additionalTypenames: ["DunningRule"] };

/** The rule of a plan or a customer: inherited, or set apart. */
export function DunningRuleCard({ place }: { place: Place }) {
  const [{ data }] = useQuery({ query: DunningRuleCardQuery, context: refreshedWith });
  const [, send] = useMutation(RemoveDunningRule);
  const remove = async () => {
    const { data: removed, error } = await send({ input: place }, refreshedWith);
    return removed ? undefined : ((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
  };
  const rules = data?.dunningRules ?? [];
  const own = ruleAt(rules, place);
  const shown = own ?? ruleAt(rules, {});
  if (!shown) return null;
  return (
    <RuleCard
      title="Unpaid invoices"
      own={own !== undefined}
      remove={remove}
      facts={<DunningRuleFacts rule={shown} note={own ? undefined : "As for everybody."} />}
      form={(beside) => <DunningRuleForm place={place} rule={shown} beside={beside} />}
    />
  );
}
