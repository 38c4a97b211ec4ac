import { faultOf } from "@quittance/client/faultOf.ts";
import { Failure } from "@quittance/ui/Failure.tsx";
import type { Pages } from "@quittance/ui/ListPage.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import type { CombinedError } from "@urql/core";
import type { ReactNode } from "react";
import { getFragmentData, type FragmentType } from "../gql";
import type { StatementLineFragment } from "../gql/graphql.ts";
import { StatementFiguresFields, StatementLineFields } from "./statementFragments.ts";
import { StatementPeriod, type Asked } from "./StatementPeriod.tsx";
import { StatementSheet } from "./StatementSheet.tsx";

type Props = {
  asked: Asked;
  onGo: (asked: Asked) => void;
  today: string;
  currencies: readonly string[];
  statement: FragmentType<typeof StatementFiguresFields> | undefined;
  pages: Pages<FragmentType<typeof StatementLineFields>>;
  /** A row as it is shown, where that is not all of it. */
  shown?: (line: StatementLineFragment) => StatementLineFragment;
  error: CombinedError | undefined;
  /** What is said when it can't be loaded. */
  failure: string;
  onRetry: () => void;
  /** Whose account it is and who keeps it: said on paper. */
  printed?: string;
  /** What else can be done with it. */
  children?: ReactNode;
};

/** The statement of the days asked for, and the choice of others. */
export function StatementView(props: Props) {
  const { asked, onGo, today, currencies, pages, shown = (line) => line, error, printed, children } = props;
  const fault = error && faultOf(error);
  const refused = fault?.reason !== undefined && /^(from|to): /.test(fault.reason);
  const statement = error ? undefined : props.statement;
  return (
    <>
      <StatementPeriod
        key={JSON.stringify(asked)}
        shown={asked}
        today={today}
        currencies={currencies}
        refusal={fault?.reason}
        onGo={onGo}
      />
      {fault && !refused && <Failure what={props.failure} fault={fault} onRetry={props.onRetry} />}
      {!statement && !error && <LoadingCard lines={8} />}
      {statement && (
        <StatementSheet
          statement={getFragmentData(StatementFiguresFields, statement)}
          printed={printed}
          pages={{
            ...pages,
            rows: pages.rows?.map((row) => shown(getFragmentData(StatementLineFields, row))),
          }}
        >
          {children}
        </StatementSheet>
      )}
    </>
  );
}
