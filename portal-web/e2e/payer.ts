import type { APIRequestContext } from "@playwright/test";
import { fresh } from "./clerk.ts";
import { owner, type Person } from "./people.ts";
import { expect, test as base } from "./story.ts";

/** A billing contact of a customer of their own, so that a story can be told again on the same server. */
type Payer = Person & { customer: { id: string; name: string }; contactId: string };

/** What the merchant does behind a story's back, by the API. */
export type Merchant = {
  newPayer: () => Promise<Payer>;
  /** Makes somebody a person of another new customer, too. */
  alsoFor: (payer: Payer) => Promise<Payer["customer"]>;
  /** Starts a subscription at a net price of the customer's own in EUR, and so bills it; the invoice's number. */
  bill: (
    payer: Payer,
    plan: string,
    price: string,
  ) => Promise<{ id: string; number: string; subscriptionId: string }>;
  /** Notes a bank transfer; what is left over becomes credit. */
  receive: (invoiceId: string, amount: string) => Promise<void>;
  /** Notes that all is paid what a subscription still owes. */
  settle: (subscriptionId: string) => Promise<void>;
  /** Keeps a test card for a customer; its id. */
  keep: (payer: Payer, card: string) => Promise<string>;
  /** Lets a subscription be charged by itself, to a test card that is kept for it. */
  chargeTo: (payer: Payer, subscriptionId: string, card: string) => Promise<void>;
  /** Gives a discount on a posted invoice, without tax: a credit note. */
  discount: (invoiceId: string, net: string) => Promise<void>;
  /** Whether contacts may pay a part of what is due. */
  allowParts: (allowed: boolean) => Promise<void>;
  /** Lets one customer do or see what these switches are for. */
  allow: (payer: Payer, switches: readonly string[]) => Promise<void>;
  /** Adds a plan at a monthly net price in EUR, with terms of its own where they are given; its name. */
  newPlan: (price: string, terms?: object) => Promise<string>;
  /** Adds a coupon that takes so many percent off one bill; its code. */
  newCoupon: (percent: string) => Promise<string>;
  /** Changes how many units a subscription holds, and bills the difference. */
  changeQuantity: (subscriptionId: string, quantity: number) => Promise<void>;
  /** Starts a trial of so many days of a plan of its own for EUR 20.00 a month, which then expires; the plan's name. */
  tryOut: (payer: Payer, days: number) => Promise<string>;
  /** Lets the one subscription be charged by itself to a card whose bank wants the payer each time. */
  chargeByItself: (payer: Payer) => Promise<void>;
  /** Moves the product's clock; what is due on the way is done. */
  daysPass: (days: number) => Promise<void>;
  /** The day so many days after today by the product's own clock, which another story may have moved. */
  inDays: (days: number) => Promise<string>;
  /** The newest mail to an address, as soon as it is written. */
  mailTo: (email: string, subject: RegExp) => Promise<{ subject: string; text: string }>;
};

type Money = { amount: string; currency: string };

const PASSWORD = "pays on the first of May";

export const test = base.extend<{ merchant: Merchant }>({
  merchant: async ({ playwright, baseURL }, tell) => {
    const request = await playwright.request.newContext({
      ...(baseURL && { baseURL }),
      extraHTTPHeaders: { Origin: baseURL ?? "", "X-Quittance-App": "console" },
    });
    await request.post("/auth/sign-in", { data: { email: owner.email, password: owner.password } });
    await tell(merchant(request));
    await request.dispose();
  },
});

function merchant(request: APIRequestContext): Merchant {
  const ask = async <Answer>(query: string, variables: object): Promise<Answer> => {
    const answer = await request.post("/graphql", { data: { query, variables } });
    const { data, errors } = (await answer.json()) as { data: Answer; errors?: unknown };
    expect(errors, query).toBeUndefined();
    return data;
  };

  const newCustomer = async (name: string) => {
    const { createCustomer } = await ask<{ createCustomer: { customer: Payer["customer"] } }>(
      `mutation($input: CreateCustomerInput!) { createCustomer(input: $input) {
         ... on CustomerCreated { customer { id name } } } }`,
      {
        input: {
          name,
          currency: "EUR",
          paymentKind: "CARD",
          billingAddress: { line1: "Lindenweg 4", postalCode: "10115", city: "Berlin", country: "DE" },
        },
      },
    );
    return createCustomer.customer;
  };

  const newContact = async (customerId: string, name: string, email: string) => {
    const { addContact } = await ask<{ addContact: { contact: { id: string } } }>(
      `mutation($input: AddContactInput!) { addContact(input: $input) { ... on ContactAdded { contact { id } } } }`,
      { input: { customerId, name, email, role: "PRIMARY" } },
    );
    const id = addContact.contact.id;
    await ask(`mutation($id: ID!) { inviteContact(input: {id: $id}) { __typename } }`, { id });
    return id;
  };

  const mailTo = async (email: string, subject: RegExp) => {
    const found = { subject: "", text: "" };
    await expect(async () => {
      const { mails } = await ask<{ mails: { edges: { node: typeof found }[] } }>(
        `query($filter: MailFilter) { mails(filter: $filter, first: 50) { edges { node { subject text } } } }`,
        { filter: { search: email } },
      );
      const mail = mails.edges.map(({ node }) => node).find((one) => subject.test(one.subject));
      expect(mail, `a mail to ${email}`).toBeDefined();
      Object.assign(found, mail);
    }).toPass({ timeout: 20_000 });
    return found;
  };

  const inDays = async (days: number) => {
    const { clock } = await ask<{ clock: { today: string } }>("{ clock { today } }", {});
    return new Date(Date.parse(clock.today) + days * 86_400_000).toISOString().slice(0, 10);
  };

  const planId = async (name: string) => {
    const { plans } = await ask<{ plans: { edges: { node: { id: string; name: string } }[] } }>(
      `query($search: String) { plans(search: $search, first: 20) { edges { node { id name } } } }`,
      { search: name },
    );
    return plans.edges.find(({ node }) => node.name === name)?.node.id;
  };

  const newPlan = async (amount: string, terms?: object) => {
    const { products } = await ask<{ products: { id: string; name: string }[] }>(
      "{ products { id name } }",
      {},
    );
    const name = fresh("Package");
    await ask(`mutation($input: CreatePlanInput!) { createPlan(input: $input) { __typename } }`, {
      input: {
        // One that is taxed; other stories add some that are not.
        productId: products.find((one) => one.name === "Web hosting")?.id,
        name,
        interval: { count: 1, unit: "MONTH" },
        prices: [{ price: { amount, currency: "EUR" } }],
        ...(terms && { terms }),
      },
    });
    return name;
  };

  const keep = async ({ customer }: Payer, cardToken: string) => {
    const { addPaymentMethod } = await ask<{ addPaymentMethod: { method: { id: string } } }>(
      `mutation($input: AddPaymentMethodInput!) { addPaymentMethod(input: $input) {
         ... on PaymentMethodKept { method { id } } } }`,
      { input: { customerId: customer.id, cardToken, idempotencyKey: crypto.randomUUID() } },
    );
    return addPaymentMethod.method.id;
  };

  return {
    mailTo,
    inDays,
    daysPass: async (days) => {
      const to = await inDays(days);
      await ask(`mutation($to: Date!) { moveClock(input: {to: $to}) { __typename } }`, { to });
      await expect(async () => {
        const { clock } = await ask<{ clock: { today: string; movingTo: string | null } }>(
          "{ clock { today movingTo } }",
          {},
        );
        expect(clock).toEqual({ today: to, movingTo: null });
      }).toPass({ timeout: 60_000 });
    },
    tryOut: async ({ customer }, days) => {
      const name = await newPlan("20", { trial: { count: days, unit: "DAY" }, trialEndPolicy: "EXPIRE" });
      await ask(
        `mutation($input: StartSubscriptionInput!) { startSubscription(input: $input) { __typename } }`,
        {
          input: { customerId: customer.id, planId: await planId(name), idempotencyKey: crypto.randomUUID() },
        },
      );
      return name;
    },
    chargeByItself: async ({ customer }) => {
      const { addPaymentMethod: asked } = await ask<{
        addPaymentMethod: { setupId: string; actionUrl: string };
      }>(
        `mutation($input: AddPaymentMethodInput!) { addPaymentMethod(input: $input) {
           ... on MethodRequiresAction { setupId actionUrl } } }`,
        {
          input: {
            customerId: customer.id,
            cardToken: "card_always_confirms",
            idempotencyKey: crypto.randomUUID(),
          },
        },
      );
      await request.post(asked.actionUrl, { form: { answer: "confirm" } });
      const { continuePaymentMethod } = await ask<{ continuePaymentMethod: { method: { id: string } } }>(
        `mutation($id: ID!) { continuePaymentMethod(input: {setupId: $id}) {
           ... on PaymentMethodKept { method { id } } } }`,
        { id: asked.setupId },
      );
      const { customer: of } = await ask<{
        customer: { subscriptions: { edges: { node: { id: string } }[] } };
      }>(`query($id: ID!) { customer(id: $id) { subscriptions { edges { node { id } } } } }`, {
        id: customer.id,
      });
      const id = of.subscriptions.edges[0]?.node.id;
      await ask(
        `mutation($input: SetSubscriptionMethodInput!) { setSubscriptionMethod(input: $input) { __typename } }`,
        { input: { id, methodId: continuePaymentMethod.method.id } },
      );
      await ask(`mutation($id: ID!) { enableAutoCharge(input: {id: $id}) { __typename } }`, { id });
    },
    newPlan,
    newCoupon: async (percent) => {
      const code = fresh("OFFER").replace(" ", "-").toUpperCase();
      await ask(`mutation($input: CreateCouponInput!) { createCoupon(input: $input) { __typename } }`, {
        input: { code, name: "An offer", percent },
      });
      return code;
    },
    changeQuantity: async (id, quantity) => {
      await ask(
        `mutation($input: ChangeSubscriptionInput!) { changeSubscription(input: $input) { __typename } }`,
        { input: { id, when: "NOW", quantity, idempotencyKey: crypto.randomUUID() } },
      );
    },
    newPayer: async () => {
      const mark = Date.now().toString(36);
      const customer = await newCustomer(fresh("Papierhaus Ost"));
      const email = `petra.${mark}@papierhaus.example`;
      const contactId = await newContact(customer.id, "Petra Pay", email);
      const { text } = await mailTo(email, /^Your customer portal at/);
      const token = /accept-invitation[#?]token=([\w-]+)/.exec(text)?.[1] ?? "";
      const set = await request.post("/auth/reset-password", {
        headers: { "X-Quittance-App": "portal" },
        data: { token, newPassword: PASSWORD },
      });
      expect(set.status(), text).toBe(204);
      return { app: "portal", name: "Petra Pay", email, password: PASSWORD, customer, contactId };
    },
    alsoFor: async (payer) => {
      const customer = await newCustomer(fresh("Papierhaus West"));
      await newContact(customer.id, payer.name, payer.email);
      return customer;
    },
    bill: async ({ customer }, plan, amount) => {
      const { startSubscription } = await ask<{
        startSubscription: { invoice: { id: string; number: string }; subscription: { id: string } };
      }>(
        `mutation($input: StartSubscriptionInput!) { startSubscription(input: $input) {
           ... on SubscriptionStarted { invoice { id number } subscription { id } } } }`,
        {
          input: {
            customerId: customer.id,
            planId: await planId(plan),
            ownPrice: { amount, currency: "EUR" },
            idempotencyKey: crypto.randomUUID(),
          },
        },
      );
      const { invoice, subscription } = startSubscription;
      return { ...invoice, subscriptionId: subscription.id };
    },
    settle: async (subscriptionId) => {
      const { invoices } = await ask<{ invoices: { edges: { node: { id: string; due: Money } }[] } }>(
        `query($filter: InvoiceFilter) { invoices(filter: $filter, first: 50) {
           edges { node { id due: amountDue { amount currency } } } } }`,
        { filter: { subscriptionId } },
      );
      for (const { node } of invoices.edges)
        if (Number(node.due.amount) > 0)
          await ask(
            `mutation($input: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $input) { __typename } }`,
            { input: { invoiceIds: [node.id], amount: node.due, idempotencyKey: crypto.randomUUID() } },
          );
    },
    keep,
    chargeTo: async (payer, subscriptionId, card) => {
      const methodId = await keep(payer, card);
      await ask(
        `mutation($input: SetSubscriptionMethodInput!) { setSubscriptionMethod(input: $input) { __typename } }`,
        { input: { id: subscriptionId, methodId } },
      );
      await ask(
        `mutation($input: EnableAutoChargeInput!) { enableAutoCharge(input: $input) { __typename } }`,
        { input: { id: subscriptionId } },
      );
    },
    discount: async (invoiceId, amount) => {
      await ask(`mutation($input: AddChargeInput!) { addCharge(input: $input) { __typename } }`, {
        input: {
          invoiceId,
          kind: "DISCOUNT",
          description: "Goodwill for the outage",
          amount: { amount, currency: "EUR" },
          idempotencyKey: crypto.randomUUID(),
        },
      });
    },
    allowParts: async (partialByContacts) => {
      await ask(
        `mutation($input: UpdatePaymentRulesInput!) { updatePaymentRules(input: $input) { __typename } }`,
        { input: { partialByContacts, overpaymentOffline: true, topUpByContacts: true, topUpLimits: [] } },
      );
    },
    allow: async ({ customer }, switches) => {
      await ask(`mutation($input: SetPreferencesInput!) { setPreferences(input: $input) { __typename } }`, {
        input: { customerId: customer.id, preferences: switches.map((name) => ({ name, flag: true })) },
      });
    },
    receive: async (invoiceId, amount) => {
      await ask(
        `mutation($input: ConfirmOfflinePaymentInput!) { confirmOfflinePayment(input: $input) { __typename } }`,
        {
          input: {
            invoiceIds: [invoiceId],
            amount: { amount, currency: "EUR" },
            idempotencyKey: crypto.randomUUID(),
          },
        },
      );
    },
  };
}
