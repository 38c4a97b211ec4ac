import { Button } from "@mantine/core";
import { Moment } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useMemo, useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import styles from "./Billing.module.css";

const ParkedCustomersQuery = graphql(`
  query ParkedCustomers($first: Int!) {
    parkedCustomers(first: $first) {
      totalCount
      edges {
        node {
          reason
          parkedAt
          customer {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const UnparkCustomer = graphql(`
  mutation UnparkCustomer($input: UnparkCustomerInput!) {
    unparkCustomer(input: $input) {
      __typename
      ... on CustomerUnparked {
        customer {
          id
          name
        }
      }
      ... on CustomerNotParked {
        message
      }
    }
  }
`);

/** The customers that runs leave out, each with the reason and the way to mend it. Nothing when there are none. */
export function ParkedCustomers() {
  const [first, setFirst] = useState(20);
  const context = useMemo(() => ({ additionalTypenames: ["ParkedCustomer"] }), []);
  const [{ data, error }, ask] = useQuery({ query: ParkedCustomersQuery, variables: { first }, context });
  if (error && !data)
    return (
      <Failure
        what="The parked customers could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data || data.parkedCustomers.edges.length === 0) return null;
  const { edges, totalCount, pageInfo } = data.parkedCustomers;
  return (
    <div className={styles.parked}>
      <Section title={`Parked customers (${totalCount.toLocaleString()})`}>
        <p className={styles.soft}>
          They could not be billed. Mend what is said, then let the next run try again.
        </p>
        <RowTable
          bare
          label="Parked customers"
          rows={edges.map(({ node }) => node)}
          rowKey={({ customer }) => customer.id}
          href={({ customer }) => `/customers/${customer.id}`}
          action={({ customer }) => (
            <Unpark customer={customer} onDone={() => ask({ requestPolicy: "network-only" })} />
          )}
          columns={[
            { header: "Customer", cell: ({ customer }) => customer.name },
            { header: "Reason", cell: ({ reason }) => reason },
            { header: "Since", cell: ({ parkedAt }) => <Moment value={parkedAt} /> },
          ]}
        />
        {pageInfo.hasNextPage && (
          <Button
            variant="default"
            onClick={() => setFirst(Math.min(first + 20, 100))}
            disabled={first >= 100}
          >
            {first >= 100 ? "The first 100 are shown" : "Load more"}
          </Button>
        )}
      </Section>
    </div>
  );
}

type UnparkProps = { customer: { id: string; name: string }; onDone: () => void };

function Unpark({ customer, onDone }: UnparkProps) {
  const mayRun = useMay("BILLING_RUN");
  const [{ fetching }, unpark] = useMutation(UnparkCustomer);
  const [refusal, setRefusal] = useState<string>();
  if (!mayRun) return null;
  const act = async () => {
    const { data, error } = await unpark({ input: { customerId: customer.id } });
    if (data) onDone();
    else setRefusal((error && faultOf(error).reason) ?? "Try again.");
  };
  return (
    <>
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      <Button
        size="compact-md"
        variant="light"
        loading={fetching}
        aria-label={`Try ${customer.name} again`}
        onClick={() => void act()}
      >
        Try again
      </Button>
    </>
  );
}
