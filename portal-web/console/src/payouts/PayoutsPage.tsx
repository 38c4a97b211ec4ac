import { Box } from "@mantine/core";
import { usePages } from "@quittance/client/usePages.ts";
import { Day } from "@quittance/ui/Day.tsx";
import { DateRange, Filters } from "@quittance/ui/Filters.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import { useLiveClock, useLivePayments } from "../app/live.ts";
import { graphql } from "../gql";
import { useFetchPayouts } from "./FetchPayouts.tsx";
import { GatewayBalances } from "./GatewayBalances.tsx";
import { gatewayName } from "./gateways.ts";

const PayoutsQuery = graphql(`
  query Payouts($filter: PayoutFilter, $after: String) {
    payouts(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          gateway
          sentOn
          partCount
          charged {
            amount
            currency
          }
          refunded {
            amount
            currency
          }
          fees {
            amount
            currency
          }
          amount {
            amount
            currency
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What the gateways sent to the bank, and what they still hold. */
export default function PayoutsPage() {
  const [from] = useFilter("from");
  const [until] = useFilter("until");
  useLivePayments();
  useLiveClock();
  const { button, notice } = useFetchPayouts();
  const pages = usePages({
    query: PayoutsQuery,
    variables: { filter: { ...(from && { sentFrom: from }), ...(until && { sentUntil: until }) } },
    connection: (data) => data.payouts,
    typenames: ["Payout"],
  });
  return (
    <>
      <PageTitle
        title="Payouts"
        note="What card processors sent to the bank: charges less refunds, disputes and fees. Asked for every day."
        actions={button}
      />
      {notice}
      <Box mb="lg">
        <GatewayBalances />
      </Box>
      <Filters>
        <DateRange label="Sent" />
      </Filters>
      <RowList
        things="payouts"
        pages={pages}
        columns={[
          { header: "Sent", cell: ({ sentOn }) => <Day value={sentOn} /> },
          { header: "Gateway", cell: ({ gateway }) => gatewayName(gateway) },
          { header: "In it", end: true, card: "hidden", cell: ({ partCount }) => partCount.toLocaleString() },
          { header: "Charged", end: true, cell: ({ charged }) => <Money {...charged} /> },
          {
            header: "Taken back",
            end: true,
            card: "hidden",
            cell: ({ refunded }) => <Money {...refunded} />,
          },
          { header: "Fees", end: true, cell: ({ fees }) => <Money {...fees} /> },
          { header: "Amount", end: true, card: "beside", cell: ({ amount }) => <Money {...amount} /> },
        ]}
        rowKey={({ id }) => id}
        href={({ id }) => `/payouts/${id}`}
        empty={{
          title: "No payouts yet",
          children:
            "A gateway sends what it took to your bank after some days. It then stands here by itself.",
        }}
        filtered={[from, until].some((value) => value !== "")}
        unfilteredHref="/payouts"
      />
    </>
  );
}
