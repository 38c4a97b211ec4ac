import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { Day, dayCountText } from "@quittance/ui/Day.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Link } from "wouter";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { LateFeeRuleCardQuery as Answer } from "../gql/graphql.ts";
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

export type Rule = Answer["lateFeeRules"][number];
export type Place = { planId?: string; customerId?: string };

const refreshedWith = { additionalTypenames: ["LateFeeRule"] };

/** The late fees of everybody, of a plan or of a customer: inherited, or set apart. */
export function LateFeeRuleCard({ place }: { place: Place }) {
  const [{ data }] = useQuery({ query: LateFeeRuleCardQuery, context: refreshedWith });
  const mayWrite = useMay("SETTINGS_WRITE");
  const [apart, setApart] = useState(false);
  if (!data) return null;
  const at = (planId?: string, customerId?: string) =>
    data.lateFeeRules.find(({ plan, customer }) => plan?.id === planId && customer?.id === customerId);
  const common = at();
  const own = at(place.planId, place.customerId);
  const everybody = place.planId === undefined && place.customerId === undefined;
  const others = everybody ? data.lateFeeRules.filter((rule) => rule !== common) : [];
  return (
    <Section
      title="Late fees"
      action={
        mayWrite &&
        !own &&
        !apart && (
          <Button size="compact-md" variant="default" onClick={() => setApart(true)}>
            {everybody ? "Set late fees" : "Set apart"}
          </Button>
        )
      }
    >
      {mayWrite && (own ?? apart) ? (
        <LateFeeRuleForm
          place={place}
          rule={own ?? common}
          beside={
            <NoMore
              label={everybody ? "No late fees" : "As for everybody"}
              place={place}
              set={own !== undefined}
              onDone={() => setApart(false)}
            />
          }
        />
      ) : (
        <LateFeeFacts rule={own ?? common} />
      )}
      {others.length > 0 && (
        <ul aria-label="Late fees set apart">
          {others.map((rule) => (
            <li key={rule.id}>
              <Whose rule={rule} />: {sentence(rule)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Whose({ rule: { plan, customer } }: { rule: Rule }) {
  if (customer) return <Link href={`/customers/${customer.id}`}>{customer.name}</Link>;
  return plan && <Link href={`/plans/${plan.id}`}>{plan.name}</Link>;
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

function NoMore(props: { label: string; place: Place; set: boolean; onDone: () => void }) {
  const [{ fetching }, remove] = useMutation(RemoveLateFeeRule);
  const [refusal, setRefusal] = useState<string>();
  const act = async () => {
    setRefusal(undefined);
    if (props.set) {
      const { data, error } = await remove({ input: props.place }, refreshedWith);
      if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
    }
    props.onDone();
  };
  return (
    <>
      <Button variant="default" loading={fetching} onClick={() => void act()}>
        {props.label}
      </Button>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
    </>
  );
}
