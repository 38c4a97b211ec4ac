import { faultOf } from "@quittance/client/faultOf.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import type { Reader } from "../Reader.ts";
import styles from "./Acts.module.css";
import { graphql } from "../gql";
import { SumView } from "./SumView.tsx";

const UpcomingInvoiceQuery = graphql(`
  query UpcomingInvoice($subscriptionId: ID!, $staff: Boolean!) {
    upcomingInvoice(subscriptionId: $subscriptionId) {
      on
      net {
        amount
        currency
      }
      tax {
        amount
        currency
      }
      rounding {
        amount
        currency
      }
      total {
        amount
        currency
      }
      hindrance @include(if: $staff)
      lines {
        description
        amount {
          amount
          currency
        }
        period {
          start
          end
        }
        explanation
      }
    }
  }
`);

const context = { additionalTypenames: ["SubscriptionContract", "UpcomingInvoice"] };

type Props = { subscriptionId: string; reader: Reader };

/** What a subscription will be billed next, each amount with its reasons. */
export function UpcomingInvoice({ subscriptionId, reader }: Props) {
  const [{ data, error }, ask] = useQuery({
    query: UpcomingInvoiceQuery,
    variables: { subscriptionId, staff: reader === "staff" },
    context,
  });
  if (error && !data)
    return (
      <Failure
        what="The upcoming invoice could not be computed."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data) return <LoadingCard lines={4} />;
  const upcoming = data.upcomingInvoice;
  if (!upcoming || (upcoming.lines.length === 0 && !upcoming.hindrance)) return null;
  return (
    <Section
      title="Upcoming invoice"
      action={
        <span className={styles.soft}>
          <Day value={upcoming.on} />
        </span>
      }
    >
      {upcoming.hindrance ? (
        <Notice quiet tone="attention" title="It can't be billed as things stand.">
          {upcoming.hindrance}
        </Notice>
      ) : (
        <div className={styles.quote}>
          <SumView sum={upcoming} title="Total" />
          <p className={styles.soft}>
            {reader === "customer"
              ? "This is what it comes to if nothing changes until then."
              : "The bill run makes it like this if nothing changes until then."}
          </p>
        </div>
      )}
    </Section>
  );
}
