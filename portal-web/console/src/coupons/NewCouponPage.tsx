import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, DayField, SelectField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { CouponDuration, NewCouponQuery as Answer } from "../gql/graphql.ts";
import { durations } from "./couponText.ts";
import { DiscountFields, enteredDiscount } from "./DiscountFields.tsx";

const NewCouponQuery = graphql(`
  query NewCoupon {
    plans(first: 100, archived: false) {
      edges {
        node {
          id
          name
        }
      }
    }
    addons(archived: false) {
      id
      name
      kind
    }
    organization {
      defaultCurrency
    }
  }
`);

const CreateCoupon = graphql(`
  mutation CreateCoupon($input: CreateCouponInput!) {
    createCoupon(input: $input) {
      __typename
      ... on CouponCreated {
        coupon {
          id
        }
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

/** Creates a coupon: what it takes off, of what, for how long, and how often it can be redeemed. */
export default function NewCouponPage() {
  const [{ data, error }, ask] = useQuery({ query: NewCouponQuery });
  if (error && !data)
    return (
      <Failure
        what="Plans could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  return data ? <Entering data={data} /> : <LoadingCard lines={8} />;
}

function Entering({ data }: { data: Answer }) {
  const [, create] = useMutation(CreateCoupon);
  const [, navigate] = useLocation();
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<string>();
  const [duration, setDuration] = useState<CouponDuration>("ONCE");
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data: answer, error } = await create({ input: entered(values) });
    if (!answer) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    switch (answer.createCoupon.__typename) {
      case "CouponCreated":
        return navigate(`/coupons/${answer.createCoupon.coupon.id}`);
      case "InvalidInput":
        return setFaults(answer.createCoupon.fields);
    }
  };
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle title="Create coupon" />
      <Section title="What is taken off">
        <Form submit="Create coupon" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
          <FieldPair>
            <TextField
              path="code"
              label="Code"
              required
              hint="What is entered; upper and lower case alike."
            />
            <TextField path="name" label="Name" required />
          </FieldPair>
          <DiscountFields currency={data.organization.defaultCurrency} />
          <FieldPair>
            <SelectField
              path="duration"
              label="Acts"
              required
              choices={durations}
              value={duration}
              onChange={(value) => setDuration(value as CouponDuration)}
            />
            {duration === "TERMS" && <WholeField path="terms" label="Terms" required />}
          </FieldPair>
          <Boxes
            legend="Plans: all, unless some are ticked"
            path="planIds"
            of={data.plans.edges.map((edge) => edge.node)}
          />
          <CheckboxField path="recurringAddons" label="Acts on all recurring addons" checked />
          <Boxes legend="Addons it acts on by name" path="addonIds" of={data.addons} />
          <CheckboxField path="setupFees" label="Acts on setup fees" />
          <FieldPair>
            <DayField path="expiresOn" label="Last day to redeem it" />
            <WholeField path="mostRedemptions" label="Redemptions in all" />
          </FieldPair>
          <WholeField path="mostPerCustomer" label="Redemptions per customer" />
        </Form>
      </Section>
    </div>
  );
}

type BoxesProps = { legend: string; path: string; of: readonly { id: string; name: string }[] };

function Boxes({ legend, path, of }: BoxesProps) {
  if (of.length === 0) return null;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, display: "grid", gap: 8 }}>
      <legend>{legend}</legend>
      {of.map(({ id, name }) => (
        <CheckboxField key={id} path={path} value={id} label={name} />
      ))}
    </fieldset>
  );
}

function entered(values: FormValues) {
  const duration = values.text("duration") as CouponDuration;
  return {
    code: values.text("code"),
    name: values.text("name"),
    ...enteredDiscount(values),
    duration,
    terms: duration === "TERMS" ? whole(values, "terms") : null,
    planIds: values.all("planIds"),
    recurringAddons: values.checked("recurringAddons"),
    addonIds: values.all("addonIds"),
    setupFees: values.checked("setupFees"),
    expiresOn: values.optional("expiresOn"),
    mostRedemptions: whole(values, "mostRedemptions"),
    mostPerCustomer: whole(values, "mostPerCustomer"),
  };
}

/** What is no number is left for the server to refuse. */
function whole(values: FormValues, path: string): number | null {
  return values.text(path) === "" ? null : (values.whole(path) ?? -1);
}
