import { Moment } from "@quittance/ui/Day.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { Section } from "@quittance/ui/Thing.tsx";
import { useQuery } from "urql";
import { graphql } from "../gql";

const WaitingFilesQuery = graphql(`
  query WaitingBankFiles {
    waitingBankFiles {
      id
      fileName
      status
      uploadedBy
      uploadedAt
    }
  }
`);

const context = { additionalTypenames: ["BankFile"] };

/** Files that were uploaded and neither imported nor discarded; nothing when there are none. */
export function WaitingFiles() {
  const [{ data }] = useQuery({ query: WaitingFilesQuery, context });
  if (!data || data.waitingBankFiles.length === 0) return null;
  return (
    <div style={{ marginBottom: "var(--gap)" }}>
      <Section title="Not imported yet">
        <RowTable
          bare
          label="Files that are not imported yet"
          rows={data.waitingBankFiles}
          rowKey={({ id }) => id}
          href={({ id }) => `/bank-statements/files/${id}`}
          columns={[
            { header: "File", cell: ({ fileName }) => fileName },
            { header: "Status", card: "beside", cell: ({ status }) => <StatusBadge status={status} /> },
            { header: "Uploaded", cell: ({ uploadedAt }) => <Moment value={uploadedAt} /> },
            { header: "By", cell: ({ uploadedBy }) => uploadedBy },
          ]}
        />
      </Section>
    </div>
  );
}
