import { Button } from "@mantine/core";
import { FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { Link } from "wouter";
import { usePages } from "@quittance/client/usePages.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { PriceFigures } from "./PriceFigure.tsx";
import { intervalText } from "@quittance/ui/intervalText.ts";

const PlansQuery = graphql(`
  query Plans($search: String, $archived: Boolean, $after: String) {
    plans(first: 20, after: $after, search: $search, archived: $archived) {
      totalCount
      edges {
        node {
          id
          name
          code
          archived
          subscriberCount
          interval {
            count
            unit
          }
          prices {
            model
            packageSize
            tiers {
              upTo
              unitPrice
            }
            price {
              amount
              currency
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const tabs = [
  { value: "", label: "Offered" },
  { value: "archived", label: "Archived" },
];

/** What is sold by subscription. */
export default function PlansPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const mayWrite = useMay("CATALOG_WRITE");
  const pages = usePages({
    query: PlansQuery,
    variables: { archived: status === "archived", ...(search && { search }) },
    connection: (data) => data.plans,
    typenames: ["Plan"],
  });
  return (
    <>
      <PageTitle
        title="Plans"
        actions={
          mayWrite && (
            <Button component={Link} href="/plans/new">
              Create plan
            </Button>
          )
        }
      />
      <FilterTabs name="status" label="Plans by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search plans" placeholder="Name or code" />
      </Filters>
      <RowList
        things="plans"
        pages={pages}
        rowKey={({ id }) => id}
        href={({ id }) => `/plans/${id}`}
        columns={[
          { header: "Name", cell: ({ name }) => name },
          { header: "Code", cell: ({ code }) => code, card: "hidden" },
          { header: "Billed", cell: ({ interval }) => intervalText(interval) },
          {
            header: "Status",
            card: "beside",
            cell: ({ archived }) => <StatusBadge status={archived ? "ARCHIVED" : "ACTIVE"} />,
          },
          {
            header: "Subscriptions",
            end: true,
            cell: ({ subscriberCount }) => subscriberCount.toLocaleString(),
          },
          {
            header: "Price",
            end: true,
            cell: ({ prices }) => <PriceFigures prices={prices} />,
          },
        ]}
        empty={{
          title: "Get started: create your first plan",
          children: "A plan says what is sold, how often it is billed, and its prices.",
          ...(mayWrite && { action: { label: "Create plan", href: "/plans/new" } }),
        }}
        filtered={status !== "" || search !== ""}
        unfilteredHref="/plans"
      />
    </>
  );
}
