import { Money, type Amount } from "@quittance/ui/Money.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { getFragmentData, graphql, type FragmentType } from "../gql";

const FigureTableFields = graphql(`
  fragment FigureTable on TakeOver {
    id
    figures {
      currency
      owedCount
      owed {
        amount
        currency
      }
      creditCount
      credit {
        amount
        currency
      }
      net {
        amount
        currency
      }
      statedOwed {
        amount
        currency
      }
      statedCredit {
        amount
        currency
      }
      owedDifference {
        amount
        currency
      }
      creditDifference {
        amount
        currency
      }
      bookedOwed {
        amount
        currency
      }
      bookedCredit {
        amount
        currency
      }
    }
  }
`);

/** What the file adds up to, beside what the former system says and what the ledger has. */
export function FigureTable({ of }: { of: FragmentType<typeof FigureTableFields> }) {
  const { figures } = getFragmentData(FigureTableFields, of);
  const rows = figures.flatMap((one) => [
    {
      name: `Owed by customers, ${one.currency}`,
      count: one.owedCount,
      file: one.owed,
      stated: one.statedOwed,
      difference: one.owedDifference,
      ledger: one.bookedOwed,
    },
    {
      name: `Credits of customers, ${one.currency}`,
      count: one.creditCount,
      file: one.credit,
      stated: one.statedCredit,
      difference: one.creditDifference,
      ledger: one.bookedCredit,
    },
    {
      name: `Net balance, ${one.currency}`,
      count: one.owedCount + one.creditCount,
      file: one.net,
      stated: undefined,
      difference: undefined,
      ledger: undefined,
    },
  ]);
  return (
    <Section title="What it adds up to">
      <RowTable
        bare
        label="Figures"
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { header: "Figure", cell: ({ name }) => name },
          { header: "Rows", end: true, cell: ({ count }) => count.toLocaleString() },
          { header: "In the file", end: true, card: "beside", cell: ({ file }) => <Money {...file} /> },
          { header: "Former system", end: true, cell: ({ stated }) => shown(stated) },
          { header: "Difference", end: true, cell: ({ difference }) => shown(difference, true) },
          { header: "In the ledger", end: true, cell: ({ ledger }) => shown(ledger) },
        ]}
      />
    </Section>
  );
}

function shown(amount: Amount | null | undefined, signed = false) {
  return amount ? <Money {...amount} signed={signed} /> : "—";
}
