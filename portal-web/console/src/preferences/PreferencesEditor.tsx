import { Button } from "@mantine/core";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useAnnounce } from "@quittance/ui/Announcer.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Notice, Saved } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useMemo, useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLivePreferences } from "../app/live.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { PortalSwitch, PreferencesEditorQuery as Answer, SwitchGroup } from "../gql/graphql.ts";
import { PortalSight } from "./PortalSight.tsx";
import styles from "./Preferences.module.css";
import type { Standing } from "./sight.ts";
import { SwitchRow } from "./SwitchRow.tsx";
import { inputOf, same, type Draft, type Value } from "./values.ts";

const PreferencesEditorQuery = graphql(`
  query PreferencesEditor($customerId: ID, $planId: ID) {
    portalPreferences(customerId: $customerId, planId: $planId) {
      switches {
        definition {
          name
          group
          kind
          label
          hint
          inUse
          under
          least
          most
          choices {
            value
            label
          }
        }
        own {
          flag
          number
          choice
          planIds
        }
        inherited {
          flag
          number
          choice
          planIds
        }
        inheritedFrom
      }
    }
    plans(first: 100, archived: false) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

const SetPreferences = graphql(`
  mutation SetPreferences($input: SetPreferencesInput!) {
    setPreferences(input: $input) {
      __typename
      ... on PreferencesSet {
        preferences {
          switches {
            from
          }
        }
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

export type Preference = Answer["portalPreferences"]["switches"][number];

const titles: Record<SwitchGroup, string> = {
  PAGES: "Pages",
  ACCOUNT: "Account",
  TRIALS: "Trials",
  EDITING: "Manage subscription",
  ACTS: "Pay, pause, cancel, reactivate",
};

/** Where switches are set: at the organisation when neither is given. */
export type Place = { customerId?: string; planId?: string };

/** The switches of the portal at one place of the tree, and what a customer sees with them. */
export function PreferencesEditor({ place }: { place: Place }) {
  const variables = { customerId: place.customerId ?? null, planId: place.planId ?? null };
  const [{ data, error }, ask] = useQuery({ query: PreferencesEditorQuery, variables });
  useLivePreferences();
  if (error && !data)
    return (
      <Failure
        what="The switches could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data) return <LoadingCard lines={12} />;
  return (
    <Switches
      place={place}
      preferences={data.portalPreferences.switches.filter(({ definition }) => definition.inUse)}
      plans={data.plans.edges.map(({ node }) => node)}
    />
  );
}

type Props = {
  place: Place;
  preferences: readonly Preference[];
  plans: readonly { id: string; name: string }[];
};

function Switches({ place, preferences, plans }: Props) {
  const mayWrite = useMay("SETTINGS_WRITE");
  const [draft, setDraft] = useState<Draft>({});
  // Fields that keep their own text begin anew when what was typed is dropped.
  const [round, setRound] = useState(0);
  const begin = () => {
    setDraft({});
    setRound((number) => number + 1);
  };
  const saving = useSaving(place, begin);
  const own = ({ definition: { name }, own }: Preference): Value | null =>
    name in draft ? (draft[name] ?? null) : (own ?? null);
  const set = (of: Preference, value: Value | null) => {
    const { name } = of.definition;
    saving.clear();
    setDraft(
      same(value, of.own)
        ? Object.fromEntries(Object.entries(draft).filter(([other]) => other !== name))
        : { ...draft, [name]: value },
    );
  };
  const standing: Standing = useMemo(
    () =>
      new Map(
        preferences.map((one) => {
          const { name, under } = one.definition;
          const chosen = name in draft ? draft[name] : one.own;
          return [name, { value: chosen ?? one.inherited, under: under ?? null }];
        }),
      ),
    [preferences, draft],
  );
  const count = Object.keys(draft).length;
  return (
    <div className={styles.columns}>
      <div className={styles.groups} key={round}>
        {(Object.keys(titles) as SwitchGroup[])
          .map((group) => ({
            group,
            rows: preferences.filter(({ definition }) => definition.group === group),
          }))
          .filter(({ rows }) => rows.length > 0)
          .map(({ group, rows }) => (
            <Section key={group} title={titles[group]}>
              <div className={styles.rows}>
                {rows.map((one) => (
                  <SwitchRow
                    key={one.definition.name}
                    preference={one}
                    own={own(one)}
                    changed={one.definition.name in draft}
                    plans={plans}
                    fault={saving.faults[one.definition.name]}
                    disabled={!mayWrite}
                    onChange={(value) => set(one, value)}
                  />
                ))}
              </div>
            </Section>
          ))}
        {saving.refusal && <Notice tone="negative">{saving.refusal}</Notice>}
        {mayWrite && (
          <div className={styles.foot}>
            <Button disabled={count === 0} loading={saving.busy} onClick={() => void saving.save(draft)}>
              {count === 0 ? "Save changes" : count === 1 ? "Save 1 change" : `Save ${count} changes`}
            </Button>
            {count > 0 && (
              <Button variant="default" onClick={begin}>
                Discard
              </Button>
            )}
            {saving.saved && <Saved>Saved. Open portals follow at once.</Saved>}
          </div>
        )}
      </div>
      <div className={styles.beside}>
        <PortalSight standing={withPages(standing)} withPages={place.planId === undefined} />
      </div>
    </div>
  );
}

/** At a plan nothing is said of pages: its subscriptions are shown to look at them. */
function withPages(standing: Standing): Standing {
  return standing.has("SUBSCRIPTIONS")
    ? standing
    : new Map([...standing, ["SUBSCRIPTIONS", { value: { flag: true }, under: null }]]);
}

function useSaving(place: Place, onSaved: () => void) {
  const [{ fetching: busy }, setPreferences] = useMutation(SetPreferences);
  const [faults, setFaults] = useState<Partial<Record<PortalSwitch, string>>>({});
  const [refusal, setRefusal] = useState<string>();
  const [saved, setSaved] = useState(false);
  const announce = useAnnounce();
  const clear = () => {
    setFaults({});
    setRefusal(undefined);
    setSaved(false);
  };
  const save = async (draft: Draft) => {
    clear();
    const preferences = inputOf(draft);
    const { data, error } = await setPreferences({ input: { ...place, preferences } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (data.setPreferences.__typename) {
      case "PreferencesSet":
        onSaved();
        setSaved(true);
        return announce("The switches are saved.");
      case "InvalidInput": {
        const found: Partial<Record<PortalSwitch, string>> = {};
        const elsewhere: string[] = [];
        for (const { path, message } of data.setPreferences.fields) {
          const at = /^preferences\[(\d+)\]/.exec(path)?.[1];
          const name = at === undefined ? undefined : preferences[Number(at)]?.name;
          if (name) found[name] = `It ${message}.`;
          else elsewhere.push(`What is set ${message}.`);
        }
        setFaults(found);
        return setRefusal(elsewhere.length > 0 ? elsewhere.join(" ") : undefined);
      }
    }
  };
  return { busy, faults, refusal, saved, clear, save };
}
