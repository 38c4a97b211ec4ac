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

const DisputeChanged = graphql(`
  subscription DisputeChanged {
    disputeChanged {
      kind
      id
    }
  }
`);

const CustomerChanged = graphql(`
  subscription CustomerChanged($id: ID!) {
    customerChanged(id: $id) {
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

const BillRunChanged = graphql(`
  subscription BillRunChanged {
    billRunChanged {
      kind
      id
    }
  }
`);

const CustomerImportChanged = graphql(`
  subscription CustomerImportChanged {
    customerImportChanged {
      kind
      id
    }
  }
`);

const BankStatementChanged = graphql(`
  subscription BankStatementChanged {
    bankStatementChanged {
      kind
      id
    }
  }
`);

const ClockChanged = graphql(`
  subscription ClockChanged {
    clockChanged {
      kind
      id
    }
  }
`);

const BooksCheckChanged = graphql(`
  subscription BooksCheckChanged {
    booksCheckChanged {
      kind
      id
    }
  }
`);

const ParkedDeliveriesChanged = graphql(`
  subscription ParkedDeliveriesChanged {
    parkedDeliveriesChanged {
      kind
      id
    }
  }
`);

const ParkedGatewayEventsChanged = graphql(`
  subscription ParkedGatewayEventsChanged {
    parkedGatewayEventsChanged {
      kind
      id
    }
  }
`);

const NoticesChanged = graphql(`
  subscription NoticesChanged {
    noticesChanged {
      kind
      id
    }
  }
`);

/** While a page is shown, what it shows of invoices is fetched again whenever one changes. */
export function useLiveInvoices(): void {
  useLive(InvoiceChanged, {}, "Invoice,Outstanding");
}

export function useLivePayments(): void {
  useLive(PaymentChanged, {}, "Payment,Invoice,Outstanding");
}

/** Subscriptions and what happened to them. */
export function useLiveSubscriptions(): void {
  useLive(ContractChanged, {}, "SubscriptionContract,HistoryEntry");
}

export function useLiveDisputes(): void {
  useLive(DisputeChanged, {}, "Dispute,HistoryEntry,Overview");
}

/** One customer and all that belongs to it. */
export function useLiveCustomer(id: string): void {
  useLive(CustomerChanged, { id }, "Customer,SubscriptionContract,Invoice,Payment,Outstanding,HistoryEntry");
}

export function useLivePreferences(): void {
  useLive(PreferencesChanged, {}, "PortalPreference,PortalPreferences,HistoryEntry");
}

export function useLiveBillRun(): void {
  useLive(BillRunChanged, {}, "BillRun,ParkedCustomer");
}

export function useLiveBooksCheck(): void {
  useLive(BooksCheckChanged, {}, "BooksCheck");
}

export function useLiveImport(): void {
  useLive(CustomerImportChanged, {}, "CustomerImport,TakeOver,ImportFault");
}

/** Statements of the bank and their entries. */
export function useLiveBankStatements(): void {
  useLive(BankStatementChanged, {}, "BankStatement,BankEntry,BankFile");
}

/** The business day moved on: nearly everything may look different. */
export function useLiveClock(): void {
  useLive(
    ClockChanged,
    {},
    "BusinessClock,Invoice,SubscriptionContract,Outstanding,BillRun,Payout,GatewayBalance,Dispute",
  );
}

/** What the outbox gave up on; paused for those who may not see it. */
export function useLiveParkedDeliveries(pause: boolean): void {
  useLive(ParkedDeliveriesChanged, {}, "ParkedDelivery", pause);
}

/** What card processors told and nobody could look into; paused for those who may not see it. */
export function useLiveParkedGatewayEvents(pause: boolean): void {
  useLive(ParkedGatewayEventsChanged, {}, "ParkedGatewayEvent", pause);
}

/** What staff should hear of; paused for those who may not see it. */
export function useLiveNotices(pause: boolean): void {
  useLive(NoticesChanged, {}, "Notice", pause);
}

function useLive<Variables extends object>(
  change: TypedDocumentNode<unknown, Variables>,
  variables: Variables,
  typenames: string,
  pause = false,
): void {
  const context = useMemo(() => ({ additionalTypenames: typenames.split(",") }), [typenames]);
  useSubscription<unknown, unknown, Variables & Record<string, unknown>>({
    query: change as TypedDocumentNode<unknown, Variables & Record<string, unknown>>,
    variables: variables as Variables & Record<string, unknown>,
    context,
    pause,
  });
}
