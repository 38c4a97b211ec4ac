import { Button } from "@mantine/core";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { newKey } from "@quittance/ui/newKey.ts";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { usePages } from "@quittance/client/usePages.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { graphql } from "../gql";
import type { InvoiceEntryInput, NewInvoiceQuery as Answer } from "../gql/graphql.ts";
import { ofEntry } from "./enteredInvoice.ts";
import { DraftForm } from "./DraftForm.tsx";
import { oneEmptyLine } from "./LineFields.tsx";

const NewInvoiceQuery = graphql(`
  query NewInvoice($id: ID!) {
    customer(id: $id) {
      id
      name
      currency
    }
    taxCategories {
      id
      name
    }
  }
`);

const BilledCustomers = graphql(`
  query BilledCustomers($filter: CustomerFilter, $after: String) {
    customers(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          name
          externalId
          email
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const CreateInvoiceDraft = graphql(`
  mutation CreateInvoiceDraft($input: CreateInvoiceDraftInput!) {
    createInvoiceDraft(input: $input) {
      __typename
      ... on InvoiceDraftSaved {
        draft {
          id
        }
      }
      ... on KeyReused {
        message
      }
      ... on InvalidInput {
        fields {
          path
          message
        }
      }
    }
  }
`);

/** Writes an invoice by hand: for whom first, then its lines. */
export default function NewInvoicePage() {
  const [customer] = useFilter("customer");
  return customer ? <Writing customerId={customer} /> : <Choosing />;
}

function Choosing() {
  const [search] = useFilter("search");
  const pages = usePages({
    query: BilledCustomers,
    variables: { filter: search ? { search } : {} },
    connection: (data) => data.customers,
    typenames: ["Customer"],
  });
  return (
    <>
      <PageTitle title="New invoice" note="For which customer?" />
      <Filters>
        <SearchField label="Search customers" placeholder="Name or external id" />
      </Filters>
      <RowList
        things="customers"
        pages={pages}
        columns={[
          { header: "Name", cell: ({ name }) => name },
          { header: "External id", cell: ({ externalId }) => externalId ?? "—" },
          { header: "Email", cell: ({ email }) => email ?? "—" },
        ]}
        rowKey={({ id }) => id}
        href={({ id }) => `/invoices/new?customer=${id}`}
        empty={{
          title: "No customers yet",
          children: "An invoice needs somebody to send it to.",
          action: { label: "Add customer", href: "/customers/new" },
        }}
        filtered={search !== ""}
        unfilteredHref="/invoices/new"
      />
    </>
  );
}

function Writing({ customerId }: { customerId: string }) {
  const [{ data, error }, ask] = useQuery({ query: NewInvoiceQuery, variables: { id: customerId } });
  if (isNotFound(error) || data?.customer === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The customer could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customer) return <LoadingCard lines={8} />;
  return <Entering customer={data.customer} categories={data.taxCategories} />;
}

type EnteringProps = {
  customer: NonNullable<Answer["customer"]>;
  categories: Answer["taxCategories"];
};

function Entering({ customer, categories }: EnteringProps) {
  const [, create] = useMutation(CreateInvoiceDraft);
  const [, navigate] = useLocation();
  const [key, setKey] = useState(newKey);
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const save = async (entry: InvoiceEntryInput) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await create({ input: { entry, idempotencyKey: key } });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    setKey(newKey());
    const answer = data.createInvoiceDraft;
    switch (answer.__typename) {
      case "InvoiceDraftSaved":
        return navigate(`/drafts/${answer.draft.id}`);
      case "KeyReused":
        return setRefusal(answer.message);
      case "InvalidInput":
        return setFaults(ofEntry(answer.fields));
    }
  };
  return (
    <>
      <PageTitle
        title="New invoice"
        note={
          <>
            For <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
          </>
        }
      />
      <DraftForm
        customerId={customer.id}
        written={{ currency: customer.currency, taxInclusive: false, lines: oneEmptyLine }}
        categories={categories}
        submit="Save draft"
        onSubmit={save}
        faults={faults}
        refusal={refusal}
        beside={
          <Button component={Link} href={`/customers/${customer.id}`} variant="default">
            Cancel
          </Button>
        }
      />
    </>
  );
}
