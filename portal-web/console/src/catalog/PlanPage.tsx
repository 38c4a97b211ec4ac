import { Button } from "@mantine/core";
import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { PlanPageQuery as Answer } from "../gql/graphql.ts";
import { intervalText } from "@quittance/ui/intervalText.ts";
import { ChangePricesDialog } from "./ChangePricesDialog.tsx";
import { ChangeRulesSection } from "./ChangeRulesSection.tsx";
import { DunningRuleCard } from "../dunning/DunningRuleCard.tsx";
import { LateFeeRuleCard } from "../latefees/LateFeeRuleCard.tsx";
import { PlanPreferences } from "../preferences/PlanPreferences.tsx";
import { EditPlanDialog } from "./EditPlanDialog.tsx";
import { PriceFigures } from "./PriceFigure.tsx";
import { PriceSection } from "./PriceSection.tsx";
import { quantityText } from "./QuantityFields.tsx";
import { TermsSection } from "./TermsSection.tsx";

const PlanPageQuery = graphql(`
  query PlanPage($id: ID!) {
    plan(id: $id) {
      id
      name
      code
      description
      archived
      taxInclusive
      subscriberCount
      product {
        id
        name
      }
      interval {
        count
        unit
      }
      terms {
        trial {
          count
          unit
        }
        trialEndPolicy
        billingCycles
        proration
        minimumTermMonths
        noticeDays
        billingDay
        paidSupport
        leadDays
        chargedIn
      }
      changeRules {
        timing
        toPlan {
          id
          name
        }
      }
      quantity {
        least
        most
      }
      prices {
        model
        packageSize
        tiers {
          upTo
          unitPrice
        }
        price {
          amount
          currency
        }
        setupFee {
          amount
          currency
        }
      }
    }
  }
`);

const SetPlanArchived = graphql(`
  mutation SetPlanArchived($input: SetPlanArchivedInput!) {
    setPlanArchived(input: $input) {
      __typename
      ... on PlanUpdated {
        plan {
          id
          archived
        }
      }
      ... on PlanNameTaken {
        message
      }
    }
  }
`);

type Plan = NonNullable<Answer["plan"]>;

/** One plan, its prices and terms. */
export default function PlanPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: PlanPageQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.plan === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The plan could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.plan) return <LoadingThing label="Loading the plan" />;
  return <Shown plan={data.plan} />;
}

function Shown({ plan }: { plan: Plan }) {
  const { id, name, archived, prices, interval, subscriberCount } = plan;
  const mayWrite = useMay("CATALOG_WRITE");
  const [dialog, setDialog] = useState<"edit" | "prices" | "archive">();
  const maySee = useMay("SETTINGS_READ");
  return (
    <ThingPage
      back={{ label: "Plans", href: "/plans" }}
      title={name}
      status={<StatusBadge status={archived ? "ARCHIVED" : "ACTIVE"} />}
      figure={<PriceFigures prices={prices} />}
      note={`${intervalText(interval)}, ${plan.taxInclusive ? "tax included" : "before tax"}`}
      primary={mayWrite && <Button onClick={() => setDialog("edit")}>Edit plan</Button>}
      menu={
        mayWrite && (
          <ActionMenu
            label={`More actions for ${name}`}
            actions={[
              { label: "Change prices", onSelect: () => setDialog("prices") },
              {
                label: archived ? "Offer again" : "Archive plan",
                danger: !archived,
                onSelect: () => setDialog("archive"),
              },
            ]}
          />
        )
      }
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Code", value: plan.code },
              { label: "Product", value: plan.product.name },
              { label: "Description", value: plan.description },
              { label: "Quantity", value: quantityText(plan.quantity) },
              {
                label: "Subscriptions",
                value: <Link href={`/subscriptions?plan=${id}`}>{subscriberCount.toLocaleString()}</Link>,
              },
            ]}
          />
        </Section>
      }
    >
      <PriceSection prices={prices} />
      <TermsSection terms={plan.terms} />
      <ChangeRulesSection plan={plan} />
      {dialog === "prices" && <ChangePricesDialog plan={plan} onClose={() => setDialog(undefined)} />}
      {maySee && <PlanPreferences planId={id} />}
      {maySee && <DunningRuleCard place={{ planId: id }} />}
      {maySee && <LateFeeRuleCard place={{ planId: id }} />}
      {dialog === "edit" && <EditPlanDialog plan={plan} onClose={() => setDialog(undefined)} />}
      <ArchiveDialog plan={plan} opened={dialog === "archive"} onClose={() => setDialog(undefined)} />
    </ThingPage>
  );
}

type ArchiveProps = { plan: Plan; opened: boolean; onClose: () => void };

function ArchiveDialog({ plan: { id, name, archived }, opened, onClose }: ArchiveProps) {
  const [, set] = useMutation(SetPlanArchived);
  const act = async () => {
    const { data, error } = await set({ input: { id, archived: !archived } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.setPlanArchived.__typename) {
      case "PlanUpdated":
        return;
      case "PlanNameTaken":
        return data.setPlanArchived.message;
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={archived ? `Offer ${name} again?` : `Archive ${name}?`}
      confirm={archived ? "Offer again" : "Archive plan"}
      danger={!archived}
      onConfirm={act}
    >
      {archived
        ? "New subscriptions can be started again."
        : "No new subscriptions can be started. Running ones go on and are billed as before."}
    </ConfirmDialog>
  );
}
