import { useMemo } from "react";
import { useSubscription, type TypedDocumentNode } from "urql";
import { graphql } from "../gql";

const InvoiceChanged = graphql(`
  subscription InvoiceChanged {
    invoiceChanged {
      kind
      id
    }
  }
`);

const PaymentChanged = graphql(`
  subscription PaymentChanged {
    paymentChanged {
      kind
      id
    }
  }
`);

const ContractChanged = graphql(`
  subscription ContractChanged {
    contractChanged {
      kind
      id
    }
  }
`);

const PreferencesChanged = graphql(`
  subscription PreferencesChanged {
    preferencesChanged {
      kind
      id
    }
  }
`);

/** While the page is shown, what it shows of invoices and amounts due is fetched again whenever one changes. */
export function useLiveInvoices(): void {
  useLive(InvoiceChanged, "Invoice,Outstanding,SubscriptionContract");
}

/** The same for payments. */
export function useLivePayments(): void {
  useLive(PaymentChanged, "Payment,Invoice,Outstanding");
}

/** The same for subscriptions. */
export function useLiveSubscriptions(): void {
  useLive(ContractChanged, "SubscriptionContract");
}

/** The same for what the organisation lets its customers see and do. */
export function useLivePreferences(): void {
  useLive(PreferencesChanged, "PortalSwitchState,SubscriptionContract");
}

function useLive(change: TypedDocumentNode<unknown, Record<string, never>>, typenames: string): void {
  const context = useMemo(() => ({ additionalTypenames: typenames.split(",") }), [typenames]);
  useSubscription({ query: change, variables: {}, context });
}
