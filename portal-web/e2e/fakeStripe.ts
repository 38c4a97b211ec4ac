import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext } from "@playwright/test";

/** An object as Stripe tells it. */
type Thing = Record<string, unknown> & { id: string };

/** A Stripe of our own: what the server asks over HTTP, and what the browser loads from Stripe's origins. */
export type FakeStripe = {
  /** Where the server is to ask it. */
  url: string;
  /** Lets a page load Stripe's fields, and the pages of banks, from it. */
  serve: (context: BrowserContext) => Promise<void>;
  /** What was asked of it, each as method and path. */
  asked: readonly string[];
  close: () => Promise<void>;
};

/** The last four digits of a card whose bank wants a confirmation, and of one that is declined. */
const ASKS = "3220";
const DECLINED = "0002";

/** Starts it on a free port. */
export async function startFakeStripe(): Promise<FakeStripe> {
  const things = new Map<string, Thing>();
  const done = new Map<string, Answer>();
  const asked: string[] = [];
  let count = 0;
  const add = (kind: string, prefix: string, fields: object): Thing => {
    const thing = { object: kind, created: Math.floor(Date.now() / 1000), livemode: false, ...fields };
    const made: Thing = { ...thing, id: `${prefix}_${(count += 1)}` };
    things.set(made.id, made);
    return made;
  };
  const method = (id: unknown) => things.get(String(id)) as (Thing & { card: { last4: string } }) | undefined;

  /** What becomes of an intent with its card: the bank is asked, or it says no, or all is well. */
  const confirm = (intent: Thing, returnUrl: unknown): Answer => {
    const digits = method(intent.payment_method)?.card.last4;
    if (digits === DECLINED) {
      const error = { type: "card_error", code: "card_declined", decline_code: "insufficient_funds" };
      Object.assign(intent, { status: "requires_payment_method", last_payment_error: error });
      return { status: 402, body: { error } };
    }
    if (digits === ASKS && intent.status !== "confirmed")
      Object.assign(intent, {
        status: "requires_action",
        next_action: {
          type: "redirect_to_url",
          redirect_to_url: {
            url: `https://hooks.stripe.com/redirect/authenticate/${intent.id}`,
            return_url: returnUrl,
          },
        },
      });
    else succeed(intent);
    return ok(intent);
  };
  const succeed = (intent: Thing) => {
    Object.assign(intent, { status: "succeeded", next_action: null, amount_received: intent.amount });
    const card = method(intent.payment_method);
    if (card) card.customer = intent.customer;
  };
  /** With the card told along, as the server wishes. */
  const ok = (thing: Thing | undefined): Answer =>
    thing
      ? {
          status: 200,
          body:
            thing.payment_method === undefined
              ? thing
              : { ...thing, payment_method: method(thing.payment_method) },
        }
      : { status: 404, body: { error: { type: "invalid_request_error", code: "resource_missing" } } };

  const answer = (verb: string, path: string, form: URLSearchParams): Answer => {
    const [, , kind = "", id, act] = path.split("/");
    const fields = Object.fromEntries(form);
    const found = id === undefined ? undefined : things.get(id);
    switch ([verb, kind, id === undefined ? "" : "id", act ?? ""].join(" ").trim()) {
      case "POST customers":
        return ok(add("customer", "cus", {}));
      case "POST payment_intents":
        return ok(
          add("payment_intent", "pi", {
            ...fields,
            amount: Number(fields.amount),
            amount_received: 0,
            status: "requires_confirmation",
            metadata: { quittance_key: fields["metadata[quittance_key]"] },
          }),
        );
      case "POST setup_intents": {
        const made = add("setup_intent", "seti", { ...fields, status: "requires_confirmation" });
        return confirm(made, fields.return_url);
      }
      case "POST payment_intents id confirm":
        return found ? confirm(found, fields.return_url) : ok(undefined);
      case "POST payment_intents id cancel":
        if (found) Object.assign(found, { status: "canceled" });
        return ok(found);
      case "POST payment_methods id detach":
        if (found) Object.assign(found, { customer: null });
        return ok(found);
      default:
        return id === undefined
          ? { status: 200, body: { object: "list", url: path, has_more: false, data: [] } }
          : ok(found);
    }
  };

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const { pathname, search } = new URL(request.url ?? "/", "http://fake");
      asked.push(`${request.method} ${pathname}`);
      const key = request.headers["idempotency-key"];
      const before = typeof key === "string" ? done.get(key) : undefined;
      const given =
        before ?? answer(request.method ?? "GET", pathname, new URLSearchParams(body || search.slice(1)));
      if (typeof key === "string") done.set(key, given);
      response
        .writeHead(given.status, { "Content-Type": "application/json" })
        .end(JSON.stringify(given.body));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => new Promise((closed) => server.close(() => closed())),
    serve: async (context) => {
      await context.route("https://js.stripe.com/*/stripe.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: STRIPE_JS }),
      );
      await context.route("https://js.stripe.com/fields.html", (route) =>
        route.fulfill({ contentType: "text/html", body: FIELDS }),
      );
      await context.route("https://api.stripe.com/v1/**", (route) => {
        const headers = { "Access-Control-Allow-Origin": "*" };
        const number = new URLSearchParams(route.request().postData() ?? "").get("number") ?? "";
        if (!number) return route.fulfill({ json: {}, headers });
        const last4 = number.slice(-4);
        const card = { brand: "visa", last4, exp_month: 12, exp_year: 2034 };
        return route.fulfill({ json: add("payment_method", "pm", { type: "card", card }), headers });
      });
      // The way back leads from the outside to this machine, which a browser forbids unless it is fetched for it.
      await context.route("**/cards/confirmed", async (route) =>
        route.fulfill({ response: await route.fetch() }),
      );
      await context.route("https://hooks.stripe.com/redirect/authenticate/*", (route) =>
        route.fulfill({ contentType: "text/html", body: BANK }),
      );
      await context.route("https://hooks.stripe.com/redirect/complete/*/*", (route) => {
        const [id = "", decision] = route.request().url().split("/").slice(-2);
        const intent = things.get(id);
        if (!intent) return route.fulfill({ status: 404 });
        const action = intent.next_action as { redirect_to_url: { return_url: string } };
        if (decision === "confirm") succeed(intent);
        else
          Object.assign(intent, {
            status: "requires_payment_method",
            next_action: null,
            [id.startsWith("seti") ? "last_setup_error" : "last_payment_error"]: {
              type: "invalid_request_error",
              code: `${id.startsWith("seti") ? "setup" : "payment"}_intent_authentication_failure`,
            },
          });
        const back = JSON.stringify(action.redirect_to_url.return_url);
        return route.fulfill({
          contentType: "text/html",
          body: `<!doctype html><title>Back</title><script>location.replace(${back})</script>`,
        });
      });
    },
  };
}

type Answer = { status: number; body: object };

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** As Stripe's script, as far as it is used: the fields are in a frame of Stripe's, and nothing typed there comes out. */
const STRIPE_JS = `
window.Stripe = (key) => {
  // Stripe's script asks for how the fields are to look.
  void fetch("https://api.stripe.com/v1/elements/sessions?key=" + key);
  let frame;
  const ask = (what) => new Promise((answered) => {
    const hear = ({ source, data }) => {
      if (source !== frame.contentWindow || data.what !== what) return;
      removeEventListener("message", hear);
      answered(data.answer);
    };
    addEventListener("message", hear);
    frame.contentWindow.postMessage({ what }, "https://js.stripe.com");
  });
  const element = () => {
    const listeners = {};
    const self = {
      on: (event, listener) => { listeners[event] = listener; return self; },
      once: (event, listener) => self.on(event, listener),
      off: (event) => { delete listeners[event]; return self; },
      update: () => self,
      destroy: () => frame.remove(),
      unmount: () => frame.remove(),
      mount: (place) => {
        frame = document.createElement("iframe");
        frame.src = "https://js.stripe.com/fields.html";
        frame.title = "Secure payment input frame";
        frame.style.cssText = "border: 0; width: 100%; height: 90px";
        frame.onload = () => listeners.ready?.({});
        addEventListener("message", ({ source, data }) => {
          if (source === frame.contentWindow && data.what === "changed") listeners.change?.({});
        });
        place.append(frame);
      },
    };
    return self;
  };
  return {
    elements: () => {
      let made;
      return {
        create: () => (made = element()),
        getElement: () => made ?? null,
        update: () => undefined,
        fetchUpdates: () => Promise.resolve({}),
        submit: () => ask("submit"),
      };
    },
    createPaymentMethod: () => ask("create"),
    createToken: () => undefined,
    confirmCardPayment: () => undefined,
    registerAppInfo: () => undefined,
    _registerWrapper: () => undefined,
  };
};
window.Stripe.version = "endive";
`;

const FIELDS = `<!doctype html><html lang="en"><title>Fields</title>
<style>:root { color-scheme: light dark; font: 16px sans-serif } input { padding: 8px; width: 90% }</style>
<label>Card number<br><input id="number" inputmode="numeric" autocomplete="off"></label>
<script>
  const number = document.getElementById("number");
  const say = (what, answer) => parent.postMessage({ what, answer }, "*");
  number.oninput = () => say("changed");
  addEventListener("message", async ({ data: { what } }) => {
    const digits = number.value.replace(/ /g, "");
    if (what === "submit")
      return say(what, digits.length < 16 ? { error: { message: "Your card number is incomplete." } } : {});
    const sent = await fetch("https://api.stripe.com/v1/payment_methods", {
      method: "POST",
      body: new URLSearchParams({ type: "card", number: digits }),
    });
    say(what, { paymentMethod: await sent.json() });
  });
</script>`;

const BANK = `<!doctype html><html lang="en"><title>Your bank</title>
<style>:root { color-scheme: light dark; font: 16px sans-serif }</style>
<h1>Your bank</h1>
<button onclick="go('confirm')">Complete authentication</button>
<button onclick="go('refuse')">Fail authentication</button>
<script>
  const go = (decision) => {
    location.href = location.pathname.replace("authenticate", "complete") + "/" + decision;
  };
</script>`;
