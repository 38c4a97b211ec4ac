import { faultOf } from "@quittance/client/faultOf.ts";
import { Day, dayCountText } from "@quittance/ui/Day.tsx";
import { Facts } from "@quittance/ui/Thing.tsx";
import { useMutation, useQuery } from "urql";
import { graphql } from "../gql";
import type { LateFeeRuleCardQuery as Answer } from "../gql/graphql.ts";
import { ruleAt, type Place } from "../rules/places.ts";
import { RuleCard } from "../rules/RuleCard.tsx";
import { Whose } from "../rules/Whose.tsx";
import { LateFeeRuleForm } from "./LateFeeRuleForm.tsx";
import { amountsText } from "./moneyLists.ts";

const LateFeeRuleCardQuery = graphql(`
  query LateFeeRuleCard {
    lateFeeRules {
      id
      percent
      since
      days {
        first
        every
        times
      }
      amounts {
        currency
        fixed {
          amount
          currency
        }
        least {
          amount
          currency
        }
        most {
          amount
          currency
        }
      }
      plan {
        id
        name
      }
      customer {
        id
        name
      }
    }
  }
`);

const RemoveLateFeeRule = graphql(`
  mutation RemoveLateFeeRule($input: RemoveLateFeeRuleInput!) {
    removeLateFeeRule(input: $input) {
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

type Rule = Answer["lateFeeRules"][number];

const refreshedWith = { additionalTypenames: ["LateFeeRule"] };

/** The late fees of everybody, of a plan or of a customer: inherited, or set apart. */
export function LateFeeRuleCard({ place }: { place: Place }) {
  const [{ data }] = useQuery({ query: LateFeeRuleCardQuery, context: refreshedWith });
  const [, send] = useMutation(RemoveLateFeeRule);
  const remove = async () => {
    const { data: removed, error } = await send({ input: place }, refreshedWith);
    return removed ? undefined : ((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
  };
  if (!data) return null;
  const common = ruleAt(data.lateFeeRules, {});
  const own = ruleAt(data.lateFeeRules, place);
  const everybody = place.planId === undefined && place.customerId === undefined;
  const others = everybody ? data.lateFeeRules.filter((rule) => rule !== common) : [];
  return (
    <RuleCard
      title="Late fees"
      own={own !== undefined}
      {...(everybody && { set: "Set late fees", unset: "No late fees" })}
      remove={remove}
      facts={<LateFeeFacts rule={own ?? common} />}
      form={(beside) => <LateFeeRuleForm place={place} rule={own ?? common} beside={beside} />}
    >
      {others.length > 0 && (
        <ul aria-label="Late fees set apart">
          {others.map((rule) => (
            <li key={rule.id}>
              <Whose rule={rule} />: {sentence(rule)}
            </li>
          ))}
        </ul>
      )}
    </RuleCard>
  );
}

function sentence({ days, percent, amounts }: Rule): string {
  if (!days) return "no late fees.";
  const fee = percent ? `${percent} %` : amountsText(amounts.map(({ fixed }) => fixed));
  const { first, every, times } = days;
  return `${fee} ${dayCountText(first)} after the due date${times > 1 ? `, then every ${dayCountText(every)}, ${times} fees at most` : ""}.`;
}

function LateFeeFacts({ rule }: { rule: Rule | undefined }) {
  if (!rule?.days) return <p>Overdue invoices bear no fees.</p>;
  const { first, every, times } = rule.days;
  const limits = (of: "least" | "most") => amountsText(rule.amounts.map((one) => one[of]));
  return (
    <Facts
      facts={[
        { label: "First fee", value: `${dayCountText(first)} after the due date` },
        { label: "Then", value: times > 1 && `every ${dayCountText(every)}, ${times} fees at most` },
        { label: "Fee", value: rule.percent && `${rule.percent} % of what is still due` },
        { label: "Fixed fee", value: amountsText(rule.amounts.map(({ fixed }) => fixed)) },
        { label: "At least", value: limits("least") },
        { label: "At most", value: limits("most") },
        { label: "Since", value: <Day value={rule.since} /> },
      ]}
    />
  );
}
