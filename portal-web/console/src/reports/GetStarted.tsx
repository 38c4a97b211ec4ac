import { Button } from "@mantine/core";
import { Section } from "@quittance/ui/Thing.tsx";
import { Link } from "wouter";
import styles from "./Overview.module.css";

/** The first steps of a new installation, in their order. */
export function GetStarted() {
  return (
    <Section title="Get started">
      <ol className={styles.steps}>
        <li>
          1. <Link href="/settings/organisation">Say who you are</Link>: name, address and bank details for
          your invoices.
        </li>
        <li>
          2. <Link href="/plans/new">Create a plan</Link>: what you sell, how often it is billed, and its
          prices.
        </li>
        <li>
          3. <Link href="/customers/new">Add a customer</Link> with a subscription, or{" "}
          <Link href="/import">import them</Link> from a file.
        </li>
      </ol>
      <Button component={Link} href="/plans/new">
        Create a plan
      </Button>
    </Section>
  );
}
