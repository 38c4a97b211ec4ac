import { FilterTabs, Filters, SearchField } from "@quittance/ui/Filters.tsx";
import { Moment } from "@quittance/ui/Day.tsx";
import { RowList } from "@quittance/ui/ListPage.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useFilter } from "@quittance/ui/useFilter.ts";
import IconPaperclip from "@tabler/icons-react/icons/IconPaperclip";
import { usePages } from "@quittance/client/usePages.ts";
import { graphql } from "../gql";
import type { MailStatus } from "../gql/graphql.ts";

const MailLogQuery = graphql(`
  query MailLog($filter: MailFilter, $after: String) {
    mails(filter: $filter, first: 20, after: $after) {
      edges {
        node {
          id
          to
          subject
          status
          createdAt
          attachments {
            fileName
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

const statuses: readonly MailStatus[] = ["QUEUED", "SENT", "KEPT", "FAILED"];

const tabs = [
  { value: "", label: "All" },
  { value: "SENT", label: "Sent" },
  { value: "KEPT", label: "Kept here" },
  { value: "QUEUED", label: "Queued" },
  { value: "FAILED", label: "Failed" },
];

/** Every mail that went out, or would have if there were a mail server. */
export default function MailLogPage() {
  const [chosen] = useFilter("status");
  const [search] = useFilter("search");
  const status = statuses.find((one) => one === chosen);
  const pages = usePages({
    query: MailLogQuery,
    variables: { filter: { ...(status && { status }), ...(search && { search }) } },
    connection: (data) => data.mails,
    typenames: ["Mail"],
  });
  return (
    <>
      <PageTitle title="Mail log" note="Without a mail server, messages are kept here to be read." />
      <FilterTabs name="status" label="Mails by status" tabs={tabs} />
      <Filters>
        <SearchField label="Search mails" placeholder="Address" />
      </Filters>
      <RowList
        things="mails"
        pages={pages}
        rowKey={({ id }) => id}
        href={({ id }) => `/settings/mail/${id}`}
        columns={[
          { header: "Subject", cell: ({ subject }) => subject },
          { header: "To", cell: ({ to }) => to.join(", ") },
          { header: "Status", card: "beside", cell: ({ status: of }) => <StatusBadge status={of} /> },
          {
            header: "Attached",
            card: "hidden",
            cell: ({ attachments }) => (attachments.length > 0 ? <Attached of={attachments} /> : "—"),
          },
          { header: "Written", cell: ({ createdAt }) => <Moment value={createdAt} /> },
        ]}
        empty={{ title: "No mail yet", children: "Invoices, receipts and invitations will stand here." }}
        filtered={chosen !== "" || search !== ""}
        unfilteredHref="/settings/mail"
      />
    </>
  );
}

function Attached({ of }: { of: readonly { fileName: string }[] }) {
  const names = of.map(({ fileName }) => fileName).join(", ");
  return (
    <span title={names}>
      <IconPaperclip size={16} aria-hidden style={{ verticalAlign: "-3px" }} />
      <span className="visually-hidden">{names}</span> {of.length > 1 && of.length}
    </span>
  );
}
