import { Day } from "@quittance/ui/Day.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { accounts, bookings } from "../books/accounts.ts";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const DisputeMoneyFields = graphql(`
  fragment DisputeMoney on Dispute {
    id
    invoices {
      amount {
        amount
        currency
      }
      invoice {
        id
        number
        amountDue {
          amount
          currency
        }
      }
    }
    transfers {
      id
      bookedOn
      booking
      debit
      credit
      amount {
        amount
        currency
      }
    }
  }
`);

/** What a dispute does to invoices and to the books. */
export function DisputeMoney({ dispute }: { dispute: FragmentType<typeof DisputeMoneyFields> }) {
  const { invoices, transfers } = getFragmentData(DisputeMoneyFields, dispute);
  return (
    <>
      <Section title="Owed again">
        {invoices.length === 0 ? (
          <p>The money had paid no invoice: it was taken out of the account credit.</p>
        ) : (
          <RowTable
            bare
            label="Invoices that lost what the payment had paid"
            rows={invoices}
            rowKey={({ invoice }) => invoice.id}
            href={({ invoice }) => `/invoices/${invoice.id}`}
            columns={[
              { header: "Invoice", cell: ({ invoice }) => invoice.number },
              { header: "Taken from it", end: true, cell: ({ amount }) => <Money {...amount} /> },
              {
                header: "Due now",
                end: true,
                card: "beside",
                cell: ({ invoice }) => <Money {...invoice.amountDue} />,
              },
            ]}
          />
        )}
      </Section>
      <Section title="In the books">
        <RowTable
          bare
          label="What was booked"
          rows={transfers}
          rowKey={({ id }) => id}
          columns={[
            { header: "Booked", cell: ({ bookedOn }) => <Day value={bookedOn} /> },
            { header: "Booking", cell: ({ booking }) => bookings[booking] },
            { header: "Debit", cell: ({ debit }) => accounts[debit] },
            { header: "Credit", cell: ({ credit }) => accounts[credit] },
            { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
          ]}
        />
      </Section>
    </>
  );
}
