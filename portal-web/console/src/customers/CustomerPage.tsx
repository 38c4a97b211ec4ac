import { Button, Tabs } from "@mantine/core";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { MoneyByCurrency, moneyText, type Amount } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { ThingPage } from "@quittance/ui/Thing.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useQuery } from "urql";
import { Link } from "wouter";
import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { useLiveCustomer } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { CustomerPageQuery as Answer } from "../gql/graphql.ts";
import { CreditNoteRows } from "../creditNotes/CreditNoteRows.tsx";
import { InvoiceRows } from "../invoices/InvoiceRows.tsx";
import { CustomerMethods } from "../methods/CustomerMethods.tsx";
import { CustomerCredit } from "../payments/CustomerCredit.tsx";
import { PaymentRows } from "../payments/PaymentRows.tsx";
import { DunningRuleCard } from "../dunning/DunningRuleCard.tsx";
import { LateFeeRuleCard } from "../latefees/LateFeeRuleCard.tsx";
import { PreferencesEditor } from "../preferences/PreferencesEditor.tsx";
import { CustomerStatement } from "../statements/CustomerStatement.tsx";
import { SubscriptionRows } from "../subscriptions/SubscriptionRows.tsx";
import { Contacts } from "./Contacts.tsx";
import { CustomerFacts } from "./CustomerFacts.tsx";
import { CustomerHistory } from "./CustomerHistory.tsx";
import styles from "./CustomerPage.module.css";

const CustomerPageQuery = graphql(`
  query CustomerPage($id: ID!) {
    customer(id: $id) {
      id
      name
      externalId
      active
      billingFaults
      outstanding {
        currency
        count
        total {
          amount
          currency
        }
        overdue {
          amount
          currency
        }
      }
      balances {
        currency
        credit {
          amount
          currency
        }
      }
      ...CustomerFacts
      ...Contacts
    }
  }
`);

type Customer = NonNullable<Answer["customer"]>;

/** One customer: what is owed, what runs, who they are. */
export default function CustomerPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({ query: CustomerPageQuery, variables: { id: params.id } });
  useLiveCustomer(params.id);
  if (isNotFound(error) || data?.customer === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The customer could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.customer) return <LoadingThing label="Loading the customer" />;
  return <Shown customer={data.customer} />;
}

function Shown({ customer }: { customer: Customer }) {
  const { id, name, active, outstanding, billingFaults } = customer;
  const mayWrite = useMay("CUSTOMER_WRITE");
  const mayBill = useMay("INVOICE_WRITE");
  const mayStart = useMay("SUBSCRIPTION_WRITE");
  return (
    <ThingPage
      back={{ label: "Customers", href: "/customers" }}
      title={name}
      status={<StatusBadge status={active ? "ACTIVE" : "INACTIVE"} />}
      figure={<MoneyByCurrency amounts={outstanding.map(({ total }) => total)} none="Nothing outstanding" />}
      note={<Standing customer={customer} />}
      primary={
        <>
          {mayStart && (
            <Button component={Link} href={`/customers/${id}/subscribe`}>
              Start subscription
            </Button>
          )}
          {mayBill && (
            <>
              <Button component={Link} href={`/invoices/new?customer=${id}`} variant="default">
                New invoice
              </Button>
              <Button component={Link} href={`/customers/${id}/credit`} variant="default">
                Credit
              </Button>
            </>
          )}
          {mayWrite && (
            <Button component={Link} href={`/customers/${id}/edit`} variant="default">
              Edit
            </Button>
          )}
        </>
      }
      banner={
        billingFaults.length > 0 && (
          <Notice quiet tone="attention" title="This customer can't be billed.">
            {billingFaults.map((fault) => (
              <div key={fault}>{fault}</div>
            ))}
          </Notice>
        )
      }
      aside={<CustomerFacts customer={customer} />}
    >
      <Belongings id={id} customer={customer} />
    </ThingPage>
  );
}

/** What stands behind the figure: how many invoices, what of it is late, and what the customer has to its credit. */
function Standing({ customer: { externalId, outstanding, balances } }: { customer: Customer }) {
  const count = outstanding.reduce((sum, { count }) => sum + count, 0);
  const late = outstanding.map(({ overdue }) => overdue).filter(isSomething);
  const credits = balances.map(({ credit }) => credit).filter(isSomething);
  return [
    count > 0 && `Outstanding on ${count === 1 ? "1 invoice" : `${count.toLocaleString()} invoices`}`,
    late.length > 0 && `${late.map((amount) => moneyText(amount)).join(", ")} overdue`,
    credits.length > 0 && `${credits.map((amount) => moneyText(amount)).join(", ")} credit`,
    externalId,
  ]
    .filter(Boolean)
    .join(" · ");
}

function isSomething({ amount }: Amount): boolean {
  return /[1-9]/.test(amount);
}

function Belongings({ id, customer }: { id: string; customer: Customer }) {
  const [tab, setTab] = useFilter("tab");
  const mayRead = useMay("INVOICE_READ");
  const maySee = useMay("SETTINGS_READ");
  const mayReadMethods = useMay("PAYMENT_READ");
  return (
    <Tabs
      value={tab || "subscriptions"}
      onChange={(chosen) => setTab(chosen ?? "")}
      keepMounted={false}
      classNames={{ list: styles.tabs ?? "", tab: styles.tab ?? "" }}
    >
      <Tabs.List mb="md" aria-label="What belongs to this customer">
        <Tabs.Tab value="subscriptions">Subscriptions</Tabs.Tab>
        <Tabs.Tab value="invoices">Invoices</Tabs.Tab>
        <Tabs.Tab value="credit-notes">Credit notes</Tabs.Tab>
        <Tabs.Tab value="payments">Payments</Tabs.Tab>
        {mayReadMethods && <Tabs.Tab value="methods">Payment methods</Tabs.Tab>}
        <Tabs.Tab value="credit">Credit</Tabs.Tab>
        {mayRead && <Tabs.Tab value="statement">Statement</Tabs.Tab>}
        <Tabs.Tab value="contacts">Contacts</Tabs.Tab>
        {maySee && <Tabs.Tab value="portal">Portal</Tabs.Tab>}
        <Tabs.Tab value="history">History</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="subscriptions">
        <SubscriptionRows customerId={id} />
      </Tabs.Panel>
      <Tabs.Panel value="invoices">
        <InvoiceRows customerId={id} />
        {maySee && (
          <div style={{ marginTop: "var(--gap)", display: "grid", gap: "var(--gap)" }}>
            <DunningRuleCard place={{ customerId: id }} />
            <LateFeeRuleCard place={{ customerId: id }} />
          </div>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="credit-notes">
        <CreditNoteRows customerId={id} />
      </Tabs.Panel>
      <Tabs.Panel value="payments">
        <PaymentRows customerId={id} />
      </Tabs.Panel>
      {mayReadMethods && (
        <Tabs.Panel value="methods">
          <CustomerMethods customerId={id} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="credit">
        <CustomerCredit customerId={id} />
      </Tabs.Panel>
      {mayRead && (
        <Tabs.Panel value="statement">
          <CustomerStatement customerId={id} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="contacts">
        <Contacts customer={customer} />
      </Tabs.Panel>
      {maySee && (
        <Tabs.Panel value="portal">
          <PreferencesEditor place={{ customerId: id }} />
        </Tabs.Panel>
      )}
      <Tabs.Panel value="history">
        <CustomerHistory customerId={id} />
      </Tabs.Panel>
    </Tabs>
  );
}
