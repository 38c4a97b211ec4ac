import { Button } from "@mantine/core";
import { Section } from "@quittance/ui/Thing.tsx";
import { lazy, Suspense, useState } from "react";

const PreferencesEditor = lazy(async () => ({
  default: (await import("./PreferencesEditor.tsx")).PreferencesEditor,
}));

/** What customers may do with the subscriptions of a plan; asked for when it is wanted. */
export function PlanPreferences({ planId }: { planId: string }) {
  const [opened, setOpened] = useState(false);
  if (opened)
    return (
      <Suspense>
        <PreferencesEditor place={{ planId }} />
      </Suspense>
    );
  return (
    <Section
      title="Customer portal"
      action={
        <Button variant="default" size="compact-sm" onClick={() => setOpened(true)}>
          Set switches
        </Button>
      }
    >
      <p style={{ margin: 0 }}>What customers may do with subscriptions of this plan, where it differs.</p>
    </Section>
  );
}
