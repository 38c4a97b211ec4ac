import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { LateFeeRuleCard } from "../latefees/LateFeeRuleCard.tsx";
import { ruleAt } from "../rules/places.ts";
import { Whose } from "../rules/Whose.tsx";
import { daysText } from "./dayLists.ts";
import { DunningRuleFacts } from "./DunningRuleFacts.tsx";
import { DunningRuleForm } from "./DunningRuleForm.tsx";
import { finalActions } from "./stages.ts";

const DunningRulesPageQuery = graphql(`
  query DunningRulesPage {
    dunningRules {
      id
      retryDays
      reminderDays
      finalAction
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

/** How what is not paid is followed up: for everybody, and where that is set apart. */
export default function DunningRulesPage() {
  const [{ data, error }, ask] = useQuery({
    query: DunningRulesPageQuery,
    requestPolicy: "cache-and-network",
  });
  const mayWrite = useMay("SETTINGS_WRITE");
  const common = data && ruleAt(data.dunningRules, {});
  const apart = data?.dunningRules.filter(({ plan, customer }) => plan ?? customer) ?? [];
  return (
    <div style={{ maxWidth: 720, display: "grid", gap: "var(--gap)" }}>
      <PageTitle
        title="Unpaid invoices"
        note="Failed charges are tried again, and who pays by hand is reminded. Each step is mailed to the customer."
      />
      {error && !data && (
        <Failure
          what="The rules could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={6} />}
      {common && (
        <Section title="For everybody">
          {mayWrite ? <DunningRuleForm place={{}} rule={common} /> : <DunningRuleFacts rule={common} />}
        </Section>
      )}
      {apart.length > 0 && (
        <Section title="Set apart">
          <ul>
            {apart.map((rule) => (
              <li key={rule.id}>
                <Whose rule={rule} />: charged again after {daysText(rule.retryDays) || "no"} days, reminded
                after {daysText(rule.reminderDays) || "no"} days. {finalActions[rule.finalAction]}.
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data && <LateFeeRuleCard place={{}} />}
      {data && <p>A plan or a customer is set apart on its own page; the nearest rule holds as a whole.</p>}
    </div>
  );
}
