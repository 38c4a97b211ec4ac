/** What stands in the editor at the first visit. */
export const example = `# Requests run as the console user who is signed in here.
# To ask as a third party, write its token under Headers:
# {"Authorization": "Bearer …"}

query Outstanding {
  viewer {
    name
    kind
  }
  invoices(first: 3, filter: { outstanding: true }) {
    edges {
      node {
        number
        dueOn
        amountDue {
          amount
          currency
        }
        customer {
          name
        }
      }
    }
  }
}
`;
