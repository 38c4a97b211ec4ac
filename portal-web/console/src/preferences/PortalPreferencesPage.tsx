import { usePages } from "@quittance/client/usePages.ts";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { HistoryRows } from "../app/HistoryRows.tsx";
import { graphql } from "../gql";
import { PreferencesEditor } from "./PreferencesEditor.tsx";

const PreferencesHistoryQuery = graphql(`
  query PreferencesHistory($after: String) {
    portalPreferences {
      history(first: 20, after: $after) {
        edges {
          node {
            id
            ...HistoryRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** What customers see and do in the portal, for everybody; plans and customers may have their own. */
export default function PortalPreferencesPage() {
  const pages = usePages({
    query: PreferencesHistoryQuery,
    variables: {},
    connection: (data) => data.portalPreferences.history,
    typenames: ["HistoryEntry", "PortalPreference"],
  });
  return (
    <>
      <PageTitle
        title="Customer portal"
        note="What customers may see and do by themselves. A plan or a customer can be set apart on its own page; the nearest setting wins."
      />
      <PreferencesEditor place={{}} />
      <div style={{ marginTop: "var(--gap)" }}>
        <HistoryRows pages={pages} />
      </div>
    </>
  );
}
