import { Button, TextInput } from "@mantine/core";
import { Day } from "@quittance/ui/Day.tsx";
import { RowList, countOf } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { usePages } from "@quittance/client/usePages.ts";
import { currencies } from "../app/suggestions.ts";
import { useMay } from "../app/viewer.ts";
import { graphql } from "../gql";
import type { ExchangeRatesPageQuery as Answer } from "../gql/graphql.ts";
import { ExchangeRateDialog } from "./ExchangeRateDialog.tsx";
import { ImportRatesDialog } from "./ImportRatesDialog.tsx";
import { RemoveRateDialog } from "./RemoveRateDialog.tsx";

const ExchangeRatesPageQuery = graphql(`
  query ExchangeRatesPage($currency: CurrencyCode, $after: String) {
    exchangeRates(currency: $currency, first: 50, after: $after) {
      edges {
        node {
          base
          currency
          on
          rate
          source
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Rate = Answer["exchangeRates"]["edges"][number]["node"];
type Doing = { act: "enter" | "import" } | { act: "remove"; rate: Rate };

/** What other currencies cost in the organisation's own, by day. */
export default function ExchangeRatesPage() {
  const [search, setSearch] = useSearchParams();
  const typed = (search.get("currency") ?? "").toUpperCase();
  const currency = /^[A-Z]{3}$/.test(typed) ? typed : null;
  const pages = usePages({
    query: ExchangeRatesPageQuery,
    variables: { currency },
    connection: (data) => data.exchangeRates,
    typenames: ["ExchangeRate"],
  });
  const mayWrite = useMay("SETTINGS_WRITE");
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <>
      <PageTitle
        title="Exchange rates"
        count={countOf(pages)}
        note="At the newest rate, invoices in other currencies show their tax in the organisation's too."
        actions={
          mayWrite && (
            <>
              <Button variant="default" onClick={() => setDoing({ act: "import" })}>
                Import rates
              </Button>
              <Button onClick={() => setDoing({ act: "enter" })}>Enter rate</Button>
            </>
          )
        }
      />
      <TextInput
        label="Currency"
        maw={200}
        mb="md"
        maxLength={3}
        list="currencies"
        defaultValue={typed}
        onChange={(event) => {
          const value = event.currentTarget.value;
          setSearch(value ? { currency: value } : {}, { replace: true });
        }}
      />
      <datalist id="currencies">
        {currencies.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <RowList
        things="exchange rates"
        pages={pages}
        rowKey={(rate) => `${rate.currency} ${rate.on}`}
        columns={[
          { header: "Currency", cell: (rate) => rate.currency },
          { header: "Day", cell: ({ on }) => <Day value={on} /> },
          { header: "Source", cell: ({ source }) => (source === "ENTERED" ? "Entered" : "Imported") },
          {
            header: "Rate",
            end: true,
            card: "beside",
            cell: (rate) => `1 ${rate.currency} = ${rate.rate} ${rate.base}`,
          },
        ]}
        action={(rate) =>
          mayWrite && (
            <Button
              variant="default"
              aria-label={`Remove the rate of ${rate.currency} of ${rate.on}`}
              onClick={() => setDoing({ act: "remove", rate })}
            >
              Remove
            </Button>
          )
        }
        empty={{
          title: "No exchange rates yet",
          children: "Without one, taxed invoices in other currencies can't be posted.",
        }}
        filtered={currency !== null}
        unfilteredHref="/settings/exchange-rates"
      />
      {doing?.act === "enter" && <ExchangeRateDialog onClose={close} />}
      {doing?.act === "import" && <ImportRatesDialog onClose={close} />}
      {doing?.act === "remove" && <RemoveRateDialog rate={doing.rate} onClose={close} />}
    </>
  );
}
