import { faultOf, isNotFound } from "@quittance/client/faultOf.ts";
import { Day, Moment } from "@quittance/ui/Day.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingThing } from "@quittance/ui/Loading.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { ProgressBar } from "@quittance/ui/ProgressBar.tsx";
import { Facts, Section, ThingPage } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { useLiveBankStatements } from "../app/live.ts";
import NotFoundPage from "../app/NotFoundPage.tsx";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { BankStatementPageQuery as Answer } from "../gql/graphql.ts";
import { BankEntries } from "./BankEntries.tsx";
import { BankStatementActions } from "./BankStatementActions.tsx";
import { accountText } from "./bankTexts.ts";

const BankStatementPageQuery = graphql(`
  query BankStatementPage($id: ID!) {
    bankStatement(id: $id) {
      id
      account
      reference
      currency
      from
      to
      opening {
        amount
        currency
      }
      closing {
        amount
        currency
      }
      fileName
      importedBy
      importedAt
      uncomparedCount
      booking
      openCount
      suggestedCount
      bookedCount
      setAsideCount
      exactCount
      ...BankStatementActions
    }
  }
`);

type Statement = NonNullable<Answer["bankStatement"]>;

/** One statement of the bank: its entries, what they may be, and what became of them. */
export default function BankStatementPage({ params }: { params: { id: string } }) {
  const [{ data, error }, ask] = useQuery({
    query: BankStatementPageQuery,
    variables: { id: params.id },
  });
  const mayAct = useMay("PAYMENT_WRITE");
  useLiveBankStatements();
  if (isNotFound(error) || data?.bankStatement === null) return <NotFoundPage />;
  if (error && !data)
    return (
      <Failure
        what="The statement could not be loaded."
        fault={faultOf(error)}
        onRetry={() => ask({ requestPolicy: "network-only" })}
      />
    );
  if (!data?.bankStatement) return <LoadingThing label="Loading the statement" />;
  const of = data.bankStatement;
  return (
    <ThingPage
      back={{ label: "Bank statements", href: "/bank-statements" }}
      title={of.reference}
      note={accountText(of.account)}
      primary={mayAct && <BankStatementActions of={of} />}
      banner={<Banner of={of} />}
      aside={
        <Section title="Details">
          <Facts
            facts={[
              { label: "Currency", value: of.currency },
              { label: "First day", value: of.from && <Day value={of.from} /> },
              { label: "Last day", value: of.to && <Day value={of.to} /> },
              { label: "Opening balance", value: of.opening && <Money {...of.opening} /> },
              { label: "Closing balance", value: of.closing && <Money {...of.closing} /> },
              { label: "File", value: of.fileName },
              { label: "Imported", value: <Moment value={of.importedAt} /> },
              { label: "By", value: of.importedBy },
            ]}
          />
        </Section>
      }
    >
      <Progress of={of} />
      <BankEntries
        statement={of.id}
        counts={{
          OPEN: of.openCount,
          SUGGESTED: of.suggestedCount,
          BOOKED: of.bookedCount,
          SET_ASIDE: of.setAsideCount,
        }}
        mayAct={mayAct}
      />
    </ThingPage>
  );
}

function Banner({ of }: { of: Statement }) {
  const left = of.openCount + of.suggestedCount;
  if (of.uncomparedCount > 0 || of.booking) return null;
  return left === 0 ? (
    <Notice quiet tone="positive" title="Every entry is decided.">
      Nothing is left to do here.
    </Notice>
  ) : null;
}

/** Work that goes on by itself; it can be left and found again. */
function Progress({ of }: { of: Statement }) {
  const all = of.openCount + of.suggestedCount + of.bookedCount + of.setAsideCount;
  if (of.uncomparedCount > 0)
    return (
      <Section title="Comparing entries with what is due">
        <ProgressBar label="Compared" done={all - of.uncomparedCount} total={all} unit="entries" />
      </Section>
    );
  if (of.booking)
    return (
      <Section title="Booking what matches exactly">
        <ProgressBar
          label="Booked"
          done={of.bookedCount}
          total={of.bookedCount + of.exactCount}
          unit="entries"
        />
      </Section>
    );
  return null;
}
