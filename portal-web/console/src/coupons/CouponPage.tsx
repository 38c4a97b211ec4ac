import { ActionMenu } from "@quittance/ui/ActionMenu.tsx";
import { ConfirmDialog } from "@quittance/ui/ConfirmDialog.tsx";
import { Day } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { CouponPageQuery as Answer } from "../gql/graphql.ts";
import { CouponRedemptions } from "./CouponRedemptions.tsx";
import { discountText, durationText } from "./couponText.ts";

const CouponPageQuery = graphql(`
  query CouponPage($id: ID!) {
    coupon(id: $id) {
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
      plans {
        id
        name
      }
      recurringAddons
      addons {
        id
        name
      }
      setupFees
      expiresOn
      mostRedemptions
      mostPerCustomer
      redeemed
      archived
    }
  }
`);

const SetCouponArchived = graphql(`
  mutation SetCouponArchived($input: SetCouponArchivedInput!) {
    setCouponArchived(input: $input) {
      __typename
      ... on CouponUpdated {
        coupon {
          id
          archived
        }
      }
      ... on InvalidInput {
        message
      }
    }
  }
`);

type Coupon = NonNullable<Answer["coupon"]>;

/** One coupon, and who redeemed it. */
export default function CouponPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: CouponPageQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.coupon === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The coupon could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.coupon) return <LoadingThing label="Loading the coupon" />;
  return <Shown coupon={data.coupon} />;
}

function Shown({ coupon }: { coupon: Coupon }) {
  const { id, code, archived } = coupon;
  const mayWrite = useMay("CATALOG_WRITE");
  const maySeeRedemptions = useMay("SUBSCRIPTION_READ");
  const [archiving, setArchiving] = useState(false);
  return (
    <ThingPage
      back={{ label: "Coupons", href: "/coupons" }}
      title={code}
      status={<StatusBadge status={archived ? "ARCHIVED" : "ACTIVE"} />}
      figure={discountText(coupon)}
      note={`${coupon.name}, ${durationText(coupon.duration, coupon.terms)}, before tax`}
      menu={
        mayWrite && (
          <ActionMenu
            label={`More actions for ${code}`}
            actions={[
              {
                label: archived ? "Offer again" : "Archive coupon",
                danger: !archived,
                onSelect: () => setArchiving(true),
              },
            ]}
          />
        )
      }
      aside={<Details coupon={coupon} />}
    >
      {maySeeRedemptions && <CouponRedemptions couponId={id} />}
      <ArchiveDialog coupon={coupon} opened={archiving} onClose={() => setArchiving(false)} />
    </ThingPage>
  );
}

function Details({ coupon }: { coupon: Coupon }) {
  const { plans, addons, mostRedemptions, mostPerCustomer, redeemed } = coupon;
  const names = (things: readonly { name: string }[]) => things.map(({ name }) => name).join(", ");
  return (
    <Section title="Details">
      <Facts
        facts={[
          { label: "Plans", value: plans.length === 0 ? "All" : names(plans) },
          { label: "Recurring addons", value: coupon.recurringAddons ? "All" : "Only those named" },
          { label: "Addons by name", value: names(addons) },
          { label: "Setup fees", value: coupon.setupFees ? "Lowered, too" : "Not lowered" },
          { label: "Last day to redeem it", value: coupon.expiresOn && <Day value={coupon.expiresOn} /> },
          {
            label: "Redeemed",
            value:
              mostRedemptions == null
                ? redeemed.toLocaleString()
                : `${redeemed.toLocaleString()} of ${mostRedemptions.toLocaleString()}`,
          },
          { label: "Per customer", value: mostPerCustomer && `At most ${mostPerCustomer.toLocaleString()}` },
        ]}
      />
    </Section>
  );
}

type ArchiveProps = { coupon: Coupon; opened: boolean; onClose: () => void };

function ArchiveDialog({ coupon: { id, code, archived }, opened, onClose }: ArchiveProps) {
  const [, set] = useMutation(SetCouponArchived);
  const act = async () => {
    const { data, error } = await set({ input: { id, archived: !archived } });
    if (!data) return (error && faultOf(error).reason) ?? "Nothing was changed. Try again.";
    switch (data.setCouponArchived.__typename) {
      case "CouponUpdated":
        return;
      case "InvalidInput":
        return data.setCouponArchived.message;
    }
  };
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={archived ? `Offer ${code} again?` : `Archive ${code}?`}
      confirm={archived ? "Offer again" : "Archive coupon"}
      danger={!archived}
      onConfirm={act}
    >
      {archived
        ? "It can be redeemed again."
        : "It can no longer be redeemed. Where it was redeemed it goes on acting."}
    </ConfirmDialog>
  );
}
