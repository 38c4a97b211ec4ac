import { getFragmentData, graphql, type FragmentType } from "../gql";

export const ActQuoteFields = graphql(`
  fragment ActQuote on SubscriptionQuote {
    token
    net {
      amount
      currency
    }
    tax {
      amount
      currency
    }
    rounding {
      amount
      currency
    }
    total {
      amount
      currency
    }
    refund {
      amount
      currency
    }
    nextInvoiceOn
    nextInvoiceTotal {
      amount
      currency
    }
    discarded
    lines {
      description
      amount {
        amount
        currency
      }
      period {
        start
        end
      }
      explanation
    }
  }
`);

/** A quote as its view takes it. */
export function quoteOf(masked: FragmentType<typeof ActQuoteFields>) {
  return getFragmentData(ActQuoteFields, masked);
}
