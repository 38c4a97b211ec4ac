import { Button } from "@mantine/core";
import { StartDialog, type Start } from "@quittance/shared/acts/StartDialog.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { DayField, DecimalField, SelectField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState } from "react";
import { useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { graphql } from "../gql";
import type { SubscribePageQuery as Answer } from "../gql/graphql.ts";

const SubscribePageQuery = graphql(`
  query SubscribePage($id: ID!) {
    customer(id: $id) {
      id
      name
      currency
    }
    plans(first: 100, archived: false) {
      edges {
        node {
          id
          name
          prices {
            price {
              amount
              currency
            }
          }
        }
      }
    }
    addons(archived: false) {
      id
      name
      prices {
        amount
        currency
      }
    }
    clock {
      today
    }
  }
`);

const backdatings = [
  { value: "PAST", label: "Every term since the first day" },
  { value: "THIS_TERM", label: "The present term as a whole" },
  { value: "NOTHING", label: "Nothing before the next term" },
] as const;

/** Starts a subscription for a customer: plan, addons, price and first day, then the quote. */
export default function SubscribePage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: SubscribePageQuery, variables: { id: params.id } });
  if (isNotFound(error) || data?.customer === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="Plans could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customer) return <LoadingCard lines={8} />;
  if (data.plans.edges.length === 0)
    return (
      <EmptyState title="There is no plan yet" action={{ label: "Create a plan", href: "/plans/new" }}>
        A subscription needs a plan: what is sold, how often it is billed, and its price.
      </EmptyState>
    );
  return <Entering data={data} customer={data.customer} />;
}

function Entering({ data, customer }: { data: Answer; customer: NonNullable<Answer["customer"]> }) {
  const [started, setStarted] = useState<Start>();
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [, navigate] = useLocation();
  const { today } = data.clock;
  const [startOn, setStartOn] = useState(today);
  const plans = data.plans.edges.map(({ node }) => node);
  const review = (values: FormValues) => {
    setFaults(undefined);
    setStarted(entered(values, customer, data));
    return Promise.resolve();
  };
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle
        title="Start subscription"
        note={<Link href={`/customers/${customer.id}`}>{customer.name}</Link>}
      />
      <Section title="What is subscribed to">
        <Form
          submit="Review"
          onSubmit={review}
          {...(faults && { faults })}
          beside={
            <Button component={Link} href={`/customers/${customer.id}`} variant="default">
              Cancel
            </Button>
          }
        >
          <FieldPair>
            <SelectField
              path="planId"
              label="Plan"
              required
              choices={plans.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <WholeField path="quantity" label="Quantity" required value="1" />
          </FieldPair>
          <FieldPair>
            <SelectField
              path="currency"
              label="Currency"
              required
              choices={currencies(data, customer.currency)}
              value={customer.currency}
            />
            <DecimalField path="ownPrice" label="Own price per unit" hint="Instead of the plan's." />
          </FieldPair>
          <FieldPair>
            <DayField path="startOn" label="First day" required value={today} onChange={setStartOn} />
            <WholeField path="minimumTermMonths" label="Minimum term in months" />
          </FieldPair>
          {startOn !== "" && startOn < today && (
            <SelectField
              path="backdating"
              label="What is billed of the past"
              hint="The first day lies in the past."
              required
              choices={[{ value: "", label: "Choose what is billed" }, ...backdatings]}
            />
          )}
          <WholeField
            path="billingDay"
            label="Billing day"
            hint="1 to 31, the last of the month; left empty, as the plan says."
          />
          <TextField path="couponCodes" label="Coupon codes" hint="Several with commas between them." />
          {data.addons.map(({ id, name }, i) => (
            <WholeField key={id} path={`addons[${i}].quantity`} label={`${name}: quantity`} />
          ))}
        </Form>
      </Section>
      {started && (
        <StartDialog
          input={started}
          onClose={() => setStarted(undefined)}
          onStarted={(id) => navigate(`/subscriptions/${id}`)}
          onFaults={(found) => {
            setFaults(found.map(ofOneField));
            setStarted(undefined);
          }}
        />
      )}
    </div>
  );
}

/** All codes stand in one field. */
function ofOneField(fault: FieldFault): FieldFault {
  return fault.path.startsWith("couponCodes[") ? { ...fault, path: "couponCodes" } : fault;
}

function currencies({ plans }: Answer, own: string) {
  const priced = plans.edges.flatMap(({ node }) => node.prices.map(({ price }) => price.currency));
  return [...new Set([own, ...priced])].map((value) => ({ value, label: value }));
}

function entered(values: FormValues, customer: { id: string }, { addons }: Answer): Start {
  const currency = values.text("currency");
  const ownPrice = values.text("ownPrice");
  const minimumTermMonths = values.whole("minimumTermMonths");
  const billingDay = values.whole("billingDay");
  const backdating = backdatings.find(({ value }) => value === values.text("backdating"));
  return {
    customerId: customer.id,
    planId: values.text("planId"),
    quantity: values.whole("quantity") ?? 0,
    currency,
    startOn: values.optional("startOn"),
    addons: addons.flatMap(({ id }, i) => {
      const quantity = values.whole(`addons[${i}].quantity`);
      return quantity === null || quantity === 0 ? [] : [{ addonId: id, quantity }];
    }),
    ...(billingDay !== null && { billingDay }),
    couponCodes: values.all("couponCodes"),
    ...(ownPrice && { ownPrice: { amount: ownPrice, currency } }),
    ...(minimumTermMonths !== null && { minimumTermMonths }),
    ...(backdating && { backdating: backdating.value }),
  };
}
