import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { FieldFault } from "@quittance/ui/faults.ts";
import { CheckboxField, SelectField, TextAreaField, TextField, WholeField } from "@quittance/ui/fields.tsx";
import { FieldPair, Form } from "@quittance/ui/Form.tsx";
import type { FormValues } from "@quittance/ui/FormValues.ts";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useState, type ReactNode } from "react";
import { useMutation, useQuery } from "urql";
import { Link, useLocation } from "wouter";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { IntervalUnit } from "../gql/graphql.ts";
import { intervalUnits } from "./intervals.ts";
import { enteredTerms } from "./planTerms.ts";
import { enteredPlanPrices, PriceFields } from "./PriceFields.tsx";
import { enteredQuantity, QuantityFields } from "./QuantityFields.tsx";
import { TermsFields } from "./TermsFields.tsx";

const NewPlanQuery = graphql(`
  query NewPlan {
    products {
      id
      name
    }
    organization {
      defaultCurrency
    }
  }
`);

const CreatePlan = graphql(`
  mutation CreatePlan($input: CreatePlanInput!) {
    createPlan(input: $input) {
      __typename
      ... on PlanCreated {
        plan {
          id
        }
      }
      ... on PlanNameTaken {
        message
        plan {
          id
          name
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

/** Creates a plan: name, interval, prices per currency, terms. */
export default function NewPlanPage() {
  const [{ data, error }, ask] = useQuery({ query: NewPlanQuery });
  if (error && !data)
    return (
      <Failure
        what="Products could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data) return <LoadingCard lines={8} />;
  if (data.products.length === 0)
    return (
      <EmptyState title="There is no product yet" action={{ label: "Add a product", href: "/products" }}>
        A plan belongs to a product, which says how it is taxed.
      </EmptyState>
    );
  return <Entering products={data.products} currency={data.organization.defaultCurrency} />;
}

type Props = { products: readonly { id: string; name: string }[]; currency: string };

function Entering({ products, currency }: Props) {
  const [, create] = useMutation(CreatePlan);
  const [, navigate] = useLocation();
  const [faults, setFaults] = useState<readonly FieldFault[]>();
  const [refusal, setRefusal] = useState<ReactNode>();
  const submit = async (values: FormValues) => {
    setFaults(undefined);
    setRefusal(undefined);
    const { data, error } = await create({
      input: {
        productId: values.text("productId"),
        name: values.text("name"),
        code: values.optional("code"),
        description: values.optional("description"),
        interval: {
          count: values.whole("interval.count") ?? 0,
          unit: values.text("interval.unit") as IntervalUnit,
        },
        taxInclusive: values.checked("taxInclusive"),
        prices: enteredPlanPrices(values),
        quantity: enteredQuantity(values),
        terms: enteredTerms(values),
      },
    });
    if (!data) return setRefusal((error && faultOf(error).reason) ?? "Nothing was saved. Try again.");
    const answer = data.createPlan;
    switch (answer.__typename) {
      case "PlanCreated":
        return navigate(`/plans/${answer.plan.id}`);
      case "PlanNameTaken":
        return setRefusal(
          <>
            {answer.message} <Link href={`/plans/${answer.plan.id}`}>{answer.plan.name}</Link>
          </>,
        );
      case "InvalidInput":
        return setFaults(answer.fields);
    }
  };
  return (
    <div style={{ maxWidth: 720 }}>
      <PageTitle title="Create plan" />
      <Section title="What is sold">
        <Form submit="Create plan" onSubmit={submit} {...(faults && { faults })} refusal={refusal}>
          <FieldPair>
            <TextField path="name" label="Name" required hint="Unique among the plans offered." />
            <TextField path="code" label="Code" hint="For imports and the API; made from the name." />
          </FieldPair>
          <SelectField
            path="productId"
            label="Product"
            required
            choices={products.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextAreaField path="description" label="Description" />
          <FieldPair>
            <WholeField path="interval.count" label="Billed every" required value="1" />
            <SelectField path="interval.unit" label="Unit" required choices={intervalUnits} value="MONTH" />
          </FieldPair>
          <CheckboxField path="taxInclusive" label="Prices contain the tax" />
          <PriceFields of="plan" prices={[{ currency }]} />
          <QuantityFields />
          <TermsFields />
        </Form>
      </Section>
    </div>
  );
}
