import { Button } from "@mantine/core";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const NeedsPersonFields = graphql(`
  fragment NeedsPerson on Overview {
    parkedCustomers
    disputesToAnswer
  }
`);

/** What waits for somebody to decide. */
export function NeedsPerson({ overview }: { overview: FragmentType<typeof NeedsPersonFields> }) {
  const { parkedCustomers, disputesToAnswer } = getFragmentData(NeedsPersonFields, overview);
  return (
    <Section title="What needs a person">
      {parkedCustomers === 0 && disputesToAnswer === 0 && (
        <p>Nothing: every customer can be billed, and no dispute waits for an answer.</p>
      )}
      {disputesToAnswer > 0 && (
        <Notice
          quiet
          tone="attention"
          title={
            disputesToAnswer === 1
              ? "1 dispute waits for an answer"
              : `${disputesToAnswer.toLocaleString()} disputes wait for an answer`
          }
          action={
            <Button component={Link} href="/disputes?status=respond" variant="default">
              Answer
            </Button>
          }
        >
          A dispute without evidence is lost after its last day.
        </Notice>
      )}
      {parkedCustomers > 0 && (
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
