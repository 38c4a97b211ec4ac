import { Button } from "@mantine/core";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState, type ReactNode } from "react";
import { useMay } from "../app/viewer.ts";

type Props = {
  title: string;
  /** Whether a rule is set at the place itself. */
  own: boolean;
  /** What the button that sets one is called. */
  set?: string;
  /** What the button that does without one is called. */
  unset?: string;
  /** Removes the place's own rule; answers why not, where it was refused. */
  remove: () => Promise<string | undefined>;
  /** The rule to be read. */
  facts: ReactNode;
  /** The rule to be set, with what stands beside its button. */
  form: (beside: ReactNode) => ReactNode;
  children?: ReactNode;
};

/** The rule that holds at a place: inherited, or set apart. */
export function RuleCard(props: Props) {
  const { title, own, set = "Set apart", unset = "As for everybody", remove, facts, form, children } = props;
  const mayWrite = useMay("SETTINGS_WRITE");
  const [apart, setApart] = useState(false);
  return (
    <Section
      title={title}
      action={
        mayWrite &&
        !own &&
        !apart && (
          <Button size="compact-md" variant="default" onClick={() => setApart(true)}>
            {set}
          </Button>
        )
      }
    >
      {mayWrite && (own || apart)
        ? form(<Unset label={unset} remove={own ? remove : undefined} onDone={() => setApart(false)} />)
        : facts}
      {children}
    </Section>
  );
}

type UnsetProps = { label: string; remove: Props["remove"] | undefined; onDone: () => void };

function Unset({ label, remove, onDone }: UnsetProps) {
  const [removing, setRemoving] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const act = async () => {
    setRefusal(undefined);
    setRemoving(true);
    try {
      const refused = await remove?.();
      if (refused) setRefusal(refused);
      else onDone();
    } finally {
      setRemoving(false);
    }
  };
  return (
    <>
      <Button variant="default" loading={removing} onClick={() => void act()}>
        {label}
      </Button>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
    </>
  );
}
