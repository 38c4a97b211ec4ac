import { Failure } from "@quittance/ui/Failure.tsx";
import { Bone, LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useLiveInvoices, useLivePayments } from "../app/live.ts";
import { useSwitch } from "../app/viewer.ts";
import { MyDetailsCard } from "../customers/MyDetailsCard.tsx";
import { graphql } from "../gql";
import { ComingCard } from "./ComingCard.tsx";
import { CreditsCard } from "./CreditsCard.tsx";
import styles from "./Home.module.css";
import { LastPaymentCard } from "./LastPaymentCard.tsx";
import { OrganizationCard } from "./OrganizationCard.tsx";
import { OutstandingCard } from "./OutstandingCard.tsx";

const HomePageQuery = graphql(`
  query HomePage(
    $invoices: Boolean!
    $credit: Boolean!
    $payments: Boolean!
    $subscriptions: Boolean!
    $details: Boolean!
  ) {
    viewer {
      id
      customer {
        id
        name
        ...OutstandingCard @include(if: $invoices)
        ...CreditsCard @include(if: $credit)
        ...LastPaymentCard @include(if: $payments)
        ...ComingCard @include(if: $subscriptions)
        ...MyDetailsCard @include(if: $details)
      }
    }
    organization {
      ...OrganizationCard
    }
  }
`);

/** The first page after sign-in. It answers first: do I owe anything? */
export default function HomePage() {
  const shown = {
    invoices: useSwitch("INVOICES"),
    credit: useSwitch("CREDIT"),
    payments: useSwitch("PAYMENTS"),
    subscriptions: useSwitch("SUBSCRIPTIONS"),
    details: useSwitch("DETAILS"),
  };
  const [{ data, error }, ask] = useQuery({ query: HomePageQuery, variables: shown });
  useLiveInvoices();
  useLivePayments();
  const customer = data?.viewer?.customer;
  if (error && !data)
    return (
      <Failure
        what="Your overview could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data || !customer) return <LoadingHome />;
  return (
    <>
      <PageTitle title={customer.name} />
      <div className={styles.home}>
        {shown.invoices && (
          <div className={styles.main}>
            <OutstandingCard customer={customer} />
          </div>
        )}
        {shown.credit && (
          <div>
            <CreditsCard customer={customer} />
          </div>
        )}
        {shown.payments && (
          <div>
            <LastPaymentCard customer={customer} />
          </div>
        )}
        {shown.subscriptions && (
          <div className={styles.full}>
            <ComingCard customer={customer} />
          </div>
        )}
        {shown.details && (
          <div className={styles.half}>
            <MyDetailsCard customer={customer} />
          </div>
        )}
        <div className={styles.half}>
          <OrganizationCard organization={data.organization} />
        </div>
      </div>
    </>
  );
}

const bones = [
  { lines: 5, place: "main" },
  { lines: 5, place: undefined },
  { lines: 5, place: undefined },
  { lines: 4, place: "full" },
  { lines: 10, place: "half" },
  { lines: 10, place: "half" },
] as const;

/** In the shape of what comes, so that nothing moves. */
function LoadingHome() {
  return (
    <div role="status" aria-label="Loading your overview">
      <div className={styles.heading}>
        <Bone width="200px" height={31} />
      </div>
      <div className={styles.home}>
        {bones.map(({ lines, place }, card) => (
          <div key={card} className={place && styles[place]}>
            <LoadingCard lines={lines} />
          </div>
        ))}
      </div>
    </div>
  );
}
