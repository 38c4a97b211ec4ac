import { graphql } from "../gql";

export const StatementFiguresFields = graphql(`
  fragment StatementFigures on Statement {
    from
    to
    currency
    opening {
      amount
      currency
    }
    charged {
      amount
      currency
    }
    credited {
      amount
      currency
    }
    closing {
      amount
      currency
    }
    aging {
      notDue {
        amount
        currency
      }
      days30 {
        amount
        currency
      }
      days60 {
        amount
        currency
      }
      days90 {
        amount
        currency
      }
      older {
        amount
        currency
      }
      credit {
        amount
        currency
      }
    }
    pdfUrl
    csvUrl
  }
`);

export const StatementLineFields = graphql(`
  fragment StatementLine on StatementRow {
    bookedOn
    kind
    number
    reference
    dueOn
    valueOn
    invoiceId
    creditNoteId
    paymentId
    charge {
      amount
      currency
    }
    credit {
      amount
      currency
    }
    balance {
      amount
      currency
    }
  }
`);
