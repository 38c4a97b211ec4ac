import { Button } from "@mantine/core";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useMay } from "../app/viewer.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";
import type { SubscriptionCouponsFragment as Shown } from "../gql/graphql.ts";
import { discountText, standingText } from "./couponText.ts";
import { RedeemDialog } from "./RedeemDialog.tsx";

const SubscriptionCouponsFragment = graphql(`
  fragment SubscriptionCoupons on SubscriptionContract {
    id
    endedOn
    coupons {
      id
      redeemedOn
      termsLeft
      removedOn
      active
      coupon {
        id
        code
        percent
        amounts {
          amount
          currency
        }
      }
    }
  }
`);

const RemoveCoupon = graphql(`
  mutation RemoveCoupon($input: RemoveCouponInput!) {
    removeCoupon(input: $input) {
      __typename
      ... on CouponRemoved {
        subscription {
          id
          coupons {
            id
            removedOn
          }
        }
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Redemption = Shown["coupons"][number];

/** The coupons of a subscription: what acts on its bills, and what did. */
export function SubscriptionCoupons({ of }: { of: FragmentType<typeof SubscriptionCouponsFragment> }) {
  const { id, endedOn, coupons } = getFragmentData(SubscriptionCouponsFragment, of);
  const mayWrite = useMay("SUBSCRIPTION_WRITE") && !endedOn;
  const [redeeming, setRedeeming] = useState(false);
  const [removing, setRemoving] = useState<Redemption>();
  if (coupons.length === 0 && !mayWrite) return null;
  return (
    <Section
      title="Coupons"
      action={
        mayWrite && (
          <Button variant="default" size="compact-md" onClick={() => setRedeeming(true)}>
            Redeem a coupon
          </Button>
        )
      }
    >
      {coupons.length === 0 ? (
        <p>No coupon acts on this subscription.</p>
      ) : (
        <RowTable
          bare
          label="Coupons"
          rows={coupons}
          rowKey={(redemption) => redemption.id}
          columns={[
            { header: "Code", cell: ({ coupon }) => coupon.code },
            { header: "Discount", cell: ({ coupon }) => discountText(coupon) },
            { header: "Redeemed", cell: ({ redeemedOn }) => <Day value={redeemedOn} /> },
            { header: "Standing", card: "beside", cell: (redemption) => standingText(redemption) },
          ]}
          {...(mayWrite && {
            action: (redemption: Redemption) =>
              redemption.active && (
                <Button variant="subtle" size="compact-sm" onClick={() => setRemoving(redemption)}>
                  Remove
                </Button>
              ),
          })}
        />
      )}
      {redeeming && <RedeemDialog subscriptionId={id} onClose={() => setRedeeming(false)} />}
      {removing && <RemoveDialog redemption={removing} onClose={() => setRemoving(undefined)} />}
    </Section>
  );
}

function RemoveDialog({ redemption, onClose }: { redemption: Redemption; onClose: () => void }) {
  const [, remove] = useMutation(RemoveCoupon);
  const act = async () => {
    const { data, error } = await remove({ input: { redemptionId: redemption.id } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.removeCoupon.__typename) {
      case "CouponRemoved":
        return;
      case "InvalidInput":
        return data.removeCoupon.message;
    }
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Remove ${redemption.coupon.code}?`}
      confirm="Remove coupon"
      danger
      onConfirm={act}
    >
      The next invoices are billed without it. Those already billed stay as they are.
    </ConfirmDialog>
  );
}
