import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import { CheckboxField, SelectField } from "@quittance/ui/fields.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { SavingForm, type Came } from "@quittance/ui/SavingForm.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { useMutation, useQuery } from "urql";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { SubscriptionSettingsPageQuery as Answer } from "../gql/graphql.ts";

const SubscriptionSettingsPageQuery = graphql(`
  query SubscriptionSettingsPage {
    subscriptionSettings {
      pauseCredits
      cancelUnused
      resumeAnchor
      intervalAnchor
      firstPeriod
    }
  }
`);

const UpdateSubscriptionSettings = graphql(`
  mutation UpdateSubscriptionSettings($input: UpdateSubscriptionSettingsInput!) {
    updateSubscriptionSettings(input: $input) {
      __typename
      ... on SubscriptionSettingsUpdated {
        settings {
          pauseCredits
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

type Settings = Answer["subscriptionSettings"];

const anchors = [
  { value: "KEPT", label: "On the same day as before" },
  { value: "TODAY", label: "On the day of the act" },
] as const;

const unusedDays = [
  { value: "CREDITED", label: "Credited to the account" },
  { value: "REFUNDED", label: "Refunded the way they were paid" },
  { value: "NEITHER", label: "Not given back" },
] as const;

const firstPeriods = [
  { value: "PRORATED", label: "Billed by its days" },
  { value: "JOINED", label: "Billed by its days, together with the period that follows" },
  { value: "FREE", label: "Free" },
] as const;

/** What the acts on subscriptions give back, and how periods are counted after them. */
export default function SubscriptionSettingsPage() {
  const [{ data, error }, ask] = useQuery({
    query: SubscriptionSettingsPageQuery,
    requestPolicy: "cache-and-network",
  });
  const mayWrite = useMay("SETTINGS_WRITE");
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle
        title="Pausing and cancelling"
        note="What customers get back, and when periods begin afterwards."
      />
      {error && !data && (
        <Failure
          what="The settings could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingCard lines={5} />}
      {data && mayWrite && <SettingsForm settings={data.subscriptionSettings} />}
      {data && !mayWrite && <Shown settings={data.subscriptionSettings} />}
    </div>
  );
}

function Shown({ settings }: { settings: Settings }) {
  const anchorText = (anchor: Settings["resumeAnchor"]) =>
    anchors.find(({ value }) => value === anchor)?.label;
  return (
    <Section title="As set">
      <Facts
        facts={[
          { label: "Unused days of a pause", value: settings.pauseCredits ? "Credited" : "Not credited" },
          {
            label: "Unused days of a cancellation",
            value: unusedDays.find(({ value }) => value === settings.cancelUnused)?.label,
          },
          { label: "Periods begin after a pause", value: anchorText(settings.resumeAnchor) },
          { label: "Periods begin after a change of interval", value: anchorText(settings.intervalAnchor) },
          {
            label: "The days before the first billing day",
            value: firstPeriods.find(({ value }) => value === settings.firstPeriod)?.label,
          },
        ]}
      />
    </Section>
  );
}

function SettingsForm({ settings }: { settings: Settings }) {
  const [, update] = useMutation(UpdateSubscriptionSettings);
  const save = async (values: FormValues): Promise<Came> => {
    const anchor = (path: string) =>
      anchors.find(({ value }) => value === values.text(path))?.value ?? "KEPT";
    const { data, error } = await update({
      input: {
        pauseCredits: values.checked("pauseCredits"),
        cancelUnused:
          unusedDays.find(({ value }) => value === values.text("cancelUnused"))?.value ??
          settings.cancelUnused,
        resumeAnchor: anchor("resumeAnchor"),
        intervalAnchor: anchor("intervalAnchor"),
        firstPeriod:
          firstPeriods.find(({ value }) => value === values.text("firstPeriod"))?.value ??
          settings.firstPeriod,
      },
    });
    if (!data) return { refusal: (error && faultOf(error).reason) ?? "Nothing was saved. Try again." };
    switch (data.updateSubscriptionSettings.__typename) {
      case "SubscriptionSettingsUpdated":
        return "saved";
      case "InvalidInput":
        return { faults: data.updateSubscriptionSettings.fields };
    }
  };
  return (
    <SavingForm submit="Save settings" save={save}>
      <Section title="What is given back">
        <div style={{ display: "grid", gap: 16 }}>
          <CheckboxField
            path="pauseCredits"
            label="Credit the unused days of a pause"
            hint="Otherwise they stay billed, and are not billed again if it goes on before they are over."
            checked={settings.pauseCredits}
          />
          <SelectField
            path="cancelUnused"
            label="The unused days of a cancellation"
            hint="For one that takes effect at once. At the end of a term nothing is left to give back."
            required
            choices={unusedDays}
            value={settings.cancelUnused}
          />
        </div>
      </Section>
      <Section title="When periods begin">
        <div style={{ display: "grid", gap: 16 }}>
          <SelectField
            path="resumeAnchor"
            label="After a pause"
            hint="On the same day, the first period after the pause is a part of one."
            required
            choices={anchors}
            value={settings.resumeAnchor}
          />
          <SelectField
            path="intervalAnchor"
            label="After a change to another interval"
            hint="On the same day, the first period after the change is a part of one."
            required
            choices={anchors}
            value={settings.intervalAnchor}
          />
          <SelectField
            path="firstPeriod"
            label="The days before the first billing day"
            hint="Where a billing day was chosen apart from the start of a subscription or the end of its trial."
            required
            choices={firstPeriods}
            value={settings.firstPeriod}
          />
        </div>
      </Section>
    </SavingForm>
  );
}
