import { Button } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { Link } from "wouter";
import { usePages } from "@quittance/client/usePages.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import { discountText, durationText } from "./couponText.ts";

const CouponsQuery = graphql(`
  query Coupons($search: String, $archived: Boolean, $after: String) {
    coupons(first: 20, after: $after, search: $search, archived: $archived) {
      totalCount
      edges {
        node {
          id
          code
          name
          percent
          amounts {
            amount
            currency
          }
          duration
          terms
          expiresOn
          mostRedemptions
          redeemed
          archived
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

/** What can be taken off a bill by entering a code. */
export default function CouponsPage() {
  const [status] = useFilter("status");
  const [search] = useFilter("search");
  const mayWrite = useMay("CATALOG_WRITE");
  const pages = usePages({
    query: CouponsQuery,
    variables: { archived: status === "archived", ...(search && { search }) },
    connection: (data) => data.coupons,
    typenames: ["Coupon"],
  });
  return (
    <>
      <PageTitle
        title="Coupons"
        actions={
          mayWrite && (
            <Button component={Link} href="/coupons/new">
              Create coupon
            </Button>
          )
        }
      />
      <FilterTabs name="status" label="Coupons by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search coupons" placeholder="Code or name" />
      </Filters>
      <RowList
        things="coupons"
        pages={pages}
        rowKey={({ id }) => id}
        href={({ id }) => `/coupons/${id}`}
        columns={[
          { header: "Code", cell: ({ code }) => code },
          { header: "Name", cell: ({ name }) => name },
          { header: "Acts on", cell: ({ duration, terms }) => durationText(duration, terms) },
          { header: "Last day", cell: ({ expiresOn }) => (expiresOn ? <Day value={expiresOn} /> : "—") },
          {
            header: "Redeemed",
            end: true,
            cell: ({ redeemed, mostRedemptions }) =>
              mostRedemptions == null
                ? redeemed.toLocaleString()
                : `${redeemed.toLocaleString()} of ${mostRedemptions.toLocaleString()}`,
          },
          {
            header: "Status",
            cell: ({ archived }) => <StatusBadge status={archived ? "ARCHIVED" : "ACTIVE"} />,
          },
          { header: "Discount", end: true, card: "beside", cell: (coupon) => discountText(coupon) },
        ]}
        empty={{
          title: "No coupon yet",
          children: "A coupon takes a percentage or an amount off what a subscription is billed, before tax.",
          ...(mayWrite && { action: { label: "Create coupon", href: "/coupons/new" } }),
        }}
        filtered={status !== "" || search !== ""}
        unfilteredHref="/coupons"
      />
    </>
  );
}
