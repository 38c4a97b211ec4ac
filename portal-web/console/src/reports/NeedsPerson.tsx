import { Button } from "@mantine/core";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const NeedsPersonFields = graphql(`
  fragment NeedsPerson on Overview {
    parkedCustomers
  }
`);

/** What waits for somebody to decide. */
export function NeedsPerson({ overview }: { overview: FragmentType<typeof NeedsPersonFields> }) {
  const { parkedCustomers } = getFragmentData(NeedsPersonFields, overview);
  return (
    <Section title="What needs a person">
      {parkedCustomers === 0 ? (
        <p>Nothing: every customer can be billed.</p>
      ) : (
        <Notice
          quiet
          tone="attention"
          title={
            parkedCustomers === 1
              ? "1 customer could not be billed"
              : `${parkedCustomers.toLocaleString()} customers could not be billed`
          }
          action={
            <Button component={Link} href="/bill-run" variant="default">
              See why
            </Button>
          }
        >
          Bill runs leave them out until the reason is mended.
        </Notice>
      )}
    </Section>
  );
}
