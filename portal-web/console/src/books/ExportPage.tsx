import { DownloadLink } from "@quittance/ui/DownloadLink.tsx";
import { LoadingCard } from "@quittance/ui/Loading.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { DayField, SelectField } from "@quittance/ui/fields.tsx";
import { Form } from "@quittance/ui/Form.tsx";
import { faultOf } from "@quittance/client/faultOf.ts";
import { useState } from "react";
import { useClient } from "urql";
import { graphql } from "../gql";
import type { BooksExportKind, BooksExportOrder } from "../gql/graphql.ts";
import { useBusinessDay } from "./businessDay.ts";

const BooksExportQuery = graphql(`
  query BooksExport($order: BooksExportOrder!) {
    booksExport(order: $order) {
      url
    }
  }
`);

const kinds: { value: BooksExportKind; label: string }[] = [
  { value: "JOURNAL", label: "Journal: every transfer with its document" },
  { value: "ACCOUNTS", label: "Accounts: debits and credits by month" },
  { value: "TAX", label: "Tax: by place and rate" },
];

/** Files of the books for the accountant. */
export default function ExportPage() {
  const today = useBusinessDay();
  return (
    <>
      <PageTitle title="Journal export" note="CSV files for your accountant or their software." />
      <div style={{ maxWidth: 720 }}>
        {today ? <Order lastMonth={monthBefore(today)} /> : <LoadingCard lines={5} />}
      </div>
    </>
  );
}

type Made = { url: string; name: string };

function Order({ lastMonth }: { lastMonth: { from: string; to: string } }) {
  const client = useClient();
  const [made, setMade] = useState<Made>();
  const [refusal, setRefusal] = useState<string>();
  const make = async (order: BooksExportOrder) => {
    setMade(undefined);
    setRefusal(undefined);
    const { data, error } = await client.query(
      BooksExportQuery,
      { order },
      { requestPolicy: "network-only" },
    );
    if (!data?.booksExport.url) return setRefusal((error && faultOf(error).reason) ?? "No file was made.");
    setMade({ url: data.booksExport.url, name: `${order.from} to ${order.to}` });
  };
  return (
    <Section title="Make a file">
      <Form
        submit="Prepare file"
        refusal={refusal}
        beside={made && <DownloadLink href={made.url}>{`Download ${made.name}`}</DownloadLink>}
        onSubmit={(values) => {
          const currency = values.optional("currency");
          return make({
            kind: values.text("kind") as BooksExportKind,
            from: values.text("from"),
            to: values.text("to"),
            ...(currency && { currency }),
          });
        }}
      >
        <SelectField path="kind" label="File" required choices={kinds} value="JOURNAL" />
        <DayField path="from" label="From" required value={lastMonth.from} />
        <DayField path="to" label="To" required value={lastMonth.to} />
      </Form>
    </Section>
  );
}

/** The first and last day of the month before, which is what an accountant wants next. */
function monthBefore(today: string): { from: string; to: string } {
  const last = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  last.setUTCDate(0);
  const to = last.toISOString().slice(0, 10);
  return { from: `${to.slice(0, 7)}-01`, to };
}
