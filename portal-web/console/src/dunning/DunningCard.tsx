import { Button } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Facts, Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import { StageBadge } from "./StageBadge.tsx";
import { declines, finalActions } from "./stages.ts";
import { useSteering, type Steer } from "./useSteering.ts";

const DunningCardFragment = graphql(`
  fragment DunningCard on DunningCase {
    id
    stage
    decline
    tries
    failedFirstOn
    retryOn
    givenUpOn
    rule {
      id
      finalAction
    }
  }
`);

type Props = {
  invoice: { id: string; number?: string | null };
  found: FragmentType<typeof DunningCardFragment>;
};

/** What happens to an invoice whose charge failed, and what staff can do about it. */
export function DunningCard({ invoice, found }: Props) {
  const { stage, decline, tries, failedFirstOn, retryOn, givenUpOn, rule } = getFragmentData(
    DunningCardFragment,
    found,
  );
  const steerable = useMay("PAYMENT_WRITE") && ["RETRYING", "NEEDS_METHOD", "PAUSED"].includes(stage);
  return (
    <Section title="Failed charge" action={<StageBadge stage={stage} />}>
      <Facts
        facts={[
          { label: "Reason", value: decline && declines[decline] },
          { label: "Failed first", value: <Day value={failedFirstOn} /> },
          { label: "Tries", value: tries },
          { label: "Next try", value: retryOn && <Day value={retryOn} /> },
          { label: "Given up on", value: givenUpOn && <Day value={givenUpOn} /> },
          { label: "Then", value: givenUpOn && finalActions[rule.finalAction] },
        ]}
      />
      {steerable && <Steering invoice={invoice} paused={stage === "PAUSED"} />}
    </Section>
  );
}

function Steering({ invoice, paused }: { invoice: Props["invoice"]; paused: boolean }) {
  const steer = useSteering(invoice.id);
  const [busy, setBusy] = useState<Steer>();
  const [refusal, setRefusal] = useState<string>();
  const [stopping, setStopping] = useState(false);
  const act = async (what: Steer) => {
    setBusy(what);
    setRefusal(await steer(what));
    setBusy(undefined);
  };
  const other = paused ? "resume" : "pause";
  return (
    <div style={{ display: "grid", gap: 12, marginTop: 16 }}>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
        <Button size="compact-md" loading={busy === "tryNow"} onClick={() => void act("tryNow")}>
          Try now
        </Button>
        <Button size="compact-md" variant="default" loading={busy === other} onClick={() => void act(other)}>
          {paused ? "Resume tries" : "Pause tries"}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => setStopping(true)}>
          Stop tries…
        </Button>
      </div>
      <ConfirmDialog
        opened={stopping}
        onClose={() => setStopping(false)}
        title={`Stop charging ${invoice.number ?? "this invoice"}?`}
        confirm="Stop tries"
        danger
        onConfirm={() => steer("stop")}
      >
        It is never tried again and stays open. A subscription that owes nothing else goes on as if paid for.
      </ConfirmDialog>
    </div>
  );
}
