import { usePages } from "@quittance/client/usePages.ts";
import { Button } from "@mantine/core";
import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { Money } from "@quittance/ui/Money.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import IconBellCheck from "@tabler/icons-react/icons/IconBellCheck";
import { useMutation } from "urql";
import { graphql } from "../gql";
import { NoticeSentence } from "./NoticeSentence.tsx";
import { useUnreadNotices } from "./unreadNotices.ts";

const NoticesQuery = graphql(`
  query Notices($after: String) {
    notices(first: 20, after: $after) {
      edges {
        node {
          id
          kind
          paymentId
          disputeId
          reason
          at
          read
          amount {
            amount
            currency
          }
          customer {
            id
            name
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

const MarkNoticesRead = graphql(`
  mutation MarkNoticesRead($ids: [ID!]!) {
    markNoticesRead(input: { ids: $ids }) {
      unreadCount
    }
  }
`);

const MarkAllNoticesRead = graphql(`
  mutation MarkAllNoticesRead {
    markAllNoticesRead {
      unreadCount
    }
  }
`);

/** What happened that staff did not do themselves: money that came, did not come, or was taken back. */
export default function NoticesPage() {
  const unread = useUnreadNotices();
  const [, mark] = useMutation(MarkNoticesRead);
  const [{ fetching }, markAll] = useMutation(MarkAllNoticesRead);
  const pages = usePages({
    query: NoticesQuery,
    variables: {},
    connection: (data) => data.notices,
    typenames: ["Notice"],
  });
  return (
    <>
      <PageTitle
        title="Notices"
        note="Payments by card, what payers' banks took back, and what was refunded at the gateway. Kept for 30 days; everybody reads them for themselves."
        {...(unread > 0 && {
          actions: (
            <Button variant="default" loading={fetching} onClick={() => void markAll({})}>
              Mark all as read
            </Button>
          ),
        })}
      />
      <RowList
        things="notices"
        pages={pages}
        columns={[
          { header: "What", cell: (notice) => <NoticeSentence {...notice} /> },
          { header: "Customer", cell: ({ customer }) => customer.name },
          { header: "When", cell: ({ at }) => <Moment value={at} /> },
          { header: "Amount", end: true, cell: ({ amount }) => <Money {...amount} /> },
        ]}
        rowKey={({ id }) => id}
        href={({ paymentId, disputeId }) => (disputeId ? `/disputes/${disputeId}` : `/payments/${paymentId}`)}
        action={({ id, read, customer }) =>
          !read && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Mark as read: ${customer.name}`}
              onClick={() => void mark({ ids: [id] })}
            >
              Mark as read
            </Button>
          )
        }
        empty={{
          title: "Nothing has happened yet",
          icon: IconBellCheck,
          children: "Payments by card, declines and disputes are told of here.",
        }}
        filtered={false}
        unfilteredHref="/notices"
      />
    </>
  );
}
