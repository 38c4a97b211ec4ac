import { Day } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";
import { standingText } from "./couponText.ts";

const CouponRedemptionsQuery = graphql(`
  query CouponRedemptions($id: ID!, $after: String) {
    coupon(id: $id) {
      id
      redemptions(first: 20, after: $after) {
        edges {
          node {
            id
            redeemedOn
            termsLeft
            removedOn
            active
            subscription {
              id
              number
              customer {
                id
                name
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
  }
`);

/** For which subscriptions a coupon was redeemed. */
export function CouponRedemptions({ couponId }: { couponId: string }) {
  const pages = usePages({
    query: CouponRedemptionsQuery,
    variables: { id: couponId },
    connection: (data) => data.coupon?.redemptions,
    typenames: ["CouponRedemption", "SubscriptionContract"],
  });
  return (
    <Section title="Redemptions">
      <RowList
        things="redemptions"
        pages={pages}
        rowKey={({ id }) => id}
        href={({ subscription }) => `/subscriptions/${subscription.id}`}
        columns={[
          { header: "Subscription", cell: ({ subscription }) => subscription.number },
          { header: "Customer", cell: ({ subscription }) => subscription.customer.name },
          { header: "Standing", cell: (redemption) => standingText(redemption) },
          {
            header: "Redeemed",
            end: true,
            card: "beside",
            cell: ({ redeemedOn }) => <Day value={redeemedOn} />,
          },
        ]}
        empty={{
          title: "Not redeemed yet",
          children: "It is redeemed on the page of a subscription.",
        }}
        filtered={false}
        unfilteredHref={`/coupons/${couponId}`}
      />
    </Section>
  );
}
