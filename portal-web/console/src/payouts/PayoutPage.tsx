import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { CopyText } from "@quittance/ui/CopyText.tsx";
import { Day, dayText } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { Link } from "wouter";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { ledgerHref } from "../books/accounts.ts";
import { graphql } from "../gql";
import type { PayoutPageQuery as Answer } from "../gql/graphql.ts";
import { gatewayName } from "./gateways.ts";
import { PayoutParts } from "./PayoutParts.tsx";

const PayoutPageQuery = graphql(`
  query PayoutPage($id: ID!) {
    payout(id: $id) {
      id
      gateway
      reference
      sentOn
      bookedOn
      partCount
      charged {
        amount
        currency
      }
      refunded {
        amount
        currency
      }
      fees {
        amount
        currency
      }
      amount {
        amount
        currency
      }
    }
  }
`);

type Payout = NonNullable<Answer["payout"]>;

/** One payout: what is in it, and what the gateway kept. */
export default function PayoutPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: PayoutPageQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.payout === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The payout could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.payout) return <LoadingThing label="Loading the payout" />;
  return <Shown payout={data.payout} />;
}

function Shown({ payout }: { payout: Payout }) {
  const { id, gateway, reference, amount } = payout;
  const mayReadBooks = useMay("REPORT_READ");
  return (
    <ThingPage
      back={{ label: "Payouts", href: "/payouts" }}
      title={`Payout of ${dayText(payout.sentOn)}`}
      figure={<Money {...amount} />}
      note={
        <>
          {gatewayName(gateway)} · {payout.partCount.toLocaleString()}{" "}
          {payout.partCount === 1 ? "movement" : "movements"}
        </>
      }
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Reference", value: <CopyText text={reference} what="reference" /> },
              { label: "Charged", value: <Money {...payout.charged} /> },
              { label: "Refunded or disputed", value: <Money {...payout.refunded} /> },
              { label: "Gateway fees", value: <Money {...payout.fees} /> },
              { label: "Sent to the bank", value: <Money {...amount} /> },
              { label: "Sent on", value: <Day value={payout.sentOn} /> },
              { label: "Booked on", value: <Day value={payout.bookedOn} /> },
              {
                label: "In the books",
                value: mayReadBooks && (
                  <Link
                    href={ledgerHref({
                      account: "BANK",
                      currency: amount.currency,
                      from: payout.bookedOn,
                      until: payout.bookedOn,
                    })}
                  >
                    Bank ledger of that day
                  </Link>
                ),
              },
            ]}
          />
        </Section>
      }
    >
      <Section title="What is in it">
        <PayoutParts payoutId={id} />
      </Section>
    </ThingPage>
  );
}
