import { Failure } from "@quittance/ui/Failure.tsx";
import { Bone, LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useLiveInvoices, useLivePayments } from "../app/live.ts";
import { MyDetailsCard } from "../customers/MyDetailsCard.tsx";
import { graphql } from "../gql";
import { ComingCard } from "./ComingCard.tsx";
import { CreditsCard } from "./CreditsCard.tsx";
import styles from "./Home.module.css";
import { LastPaymentCard } from "./LastPaymentCard.tsx";
import { OrganizationCard } from "./OrganizationCard.tsx";
import { OutstandingCard } from "./OutstandingCard.tsx";

const HomePageQuery = graphql(`
  query HomePage {
    viewer {
      id
      customer {
        id
        name
        ...OutstandingCard
        ...CreditsCard
        ...LastPaymentCard
        ...ComingCard
        ...MyDetailsCard
      }
    }
    organization {
      ...OrganizationCard
    }
  }
`);

/** The first page after sign-in. It answers first: do I owe anything? */
export default function HomePage() {
  const [{ data, error }, ask] = useQuery({ query: HomePageQuery });
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
        <OutstandingCard customer={customer} />
        <CreditsCard customer={customer} />
        <LastPaymentCard customer={customer} />
        <ComingCard customer={customer} />
        <MyDetailsCard customer={customer} />
        <OrganizationCard organization={data.organization} />
      </div>
    </>
  );
}

/** In the shape of what comes, so that nothing moves. */
function LoadingHome() {
  return (
    <div role="status" aria-label="Loading your overview">
      <div className={styles.heading}>
        <Bone width="200px" height={31} />
      </div>
      <div className={styles.home}>
        {[5, 5, 5, 4, 10, 10].map((lines, card) => (
          <LoadingCard key={card} lines={lines} />
        ))}
      </div>
    </div>
  );
}
