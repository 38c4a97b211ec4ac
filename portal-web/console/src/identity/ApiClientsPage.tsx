import { Button } from "@mantine/core";
import { ActionMenu, type Action } from "@quittance/ui/ActionMenu.tsx";
import { CopyText } from "@quittance/ui/CopyText.tsx";
import { Moment } from "@quittance/ui/Day.tsx";
import { EmptyState } from "@quittance/ui/EmptyState.tsx";
import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingRows } from "@quittance/ui/Loading.tsx";
import { Notice } from "@quittance/ui/Notice.tsx";
import { PageTitle } from "@quittance/ui/PageTitle.tsx";
import { RowTable } from "@quittance/ui/RowTable.tsx";
import { StatusBadge } from "@quittance/ui/StatusBadge.tsx";
import { useMemo, useState } from "react";
import { useMutation, useQuery } from "urql";
import { faultOf } from "@quittance/client/faultOf.ts";
import { graphql } from "../gql";
import type { ApiClientsPageQuery as Answer } from "../gql/graphql.ts";
import { ApiClientDialog } from "./ApiClientDialog.tsx";
import { SecretDialog, type ClientSecret } from "./SecretDialog.tsx";

const ApiClientsPageQuery = graphql(`
  query ApiClientsPage {
    apiClients {
      id
      clientId
      name
      scopes
      actsForCustomerId
      enabled
      lastTokenAt
    }
  }
`);

const RotateApiClientSecret = graphql(`
  mutation RotateApiClientSecret($input: RotateApiClientSecretInput!) {
    rotateApiClientSecret(input: $input) {
      __typename
      ... on ApiClientSecretRotated {
        clientSecret
        apiClient {
          id
          clientId
        }
      }
    }
  }
`);

const SetApiClientEnabled = graphql(`
  mutation SetApiClientEnabled($input: SetApiClientEnabledInput!) {
    setApiClientEnabled(input: $input) {
      __typename
      ... on ApiClientUpdated {
        apiClient {
          id
          enabled
        }
      }
    }
  }
`);

type Client = Answer["apiClients"][number];

/** The programs of third parties, and what each may do. */
export default function ApiClientsPage() {
  const context = useMemo(() => ({ additionalTypenames: ["ApiClient"] }), []);
  const [{ data, error }, ask] = useQuery({ query: ApiClientsPageQuery, context });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<ClientSecret>();
  const { refusal, actionsOf } = useActions(setSecret);
  const add = () => setAdding(true);
  return (
    <>
      <PageTitle
        title="API clients"
        note="Programs that query GraphQL with OAuth2 client credentials."
        actions={<Button onClick={add}>Add API client</Button>}
      />
      {refusal && <Notice tone="negative">{refusal}</Notice>}
      {error && !data && (
        <Failure
          what="The API clients could not be loaded."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      )}
      {!data && !error && <LoadingRows label="Loading API clients" />}
      {data?.apiClients.length === 0 && (
        <EmptyState title="No API clients yet" action={{ label: "Add API client", onSelect: add }}>
          A client gets an id and a secret, and may do only what its scopes say.
        </EmptyState>
      )}
      {data && data.apiClients.length > 0 && (
        <RowTable
          label="API clients"
          rows={data.apiClients}
          rowKey={({ id }) => id}
          action={(client) => <ActionMenu label={`Actions for ${client.name}`} actions={actionsOf(client)} />}
          columns={[
            { header: "Name", cell: ({ name }) => name },
            { header: "Client id", cell: ({ clientId }) => <CopyText text={clientId} what="client id" /> },
            { header: "Scopes", cell: ({ scopes }) => scopes.join(", ") },
            {
              header: "Status",
              card: "beside",
              cell: ({ enabled }) => <StatusBadge status={enabled ? "ENABLED" : "DISABLED"} />,
            },
            {
              header: "Last token",
              cell: ({ lastTokenAt }) => (lastTokenAt ? <Moment value={lastTokenAt} /> : "Never"),
            },
          ]}
        />
      )}
      {adding && (
        <ApiClientDialog
          onClose={() => setAdding(false)}
          onCreated={(created) => {
            setAdding(false);
            setSecret(created);
          }}
        />
      )}
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}

function useActions(show: (secret: ClientSecret) => void) {
  const [, rotate] = useMutation(RotateApiClientSecret);
  const [, set] = useMutation(SetApiClientEnabled);
  const [refusal, setRefusal] = useState<string>();
  const renew = async ({ id, clientId }: Client) => {
    const { data, error } = await rotate({ input: { id } });
    if (data) show({ clientId, clientSecret: data.rotateApiClientSecret.clientSecret });
    else setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
  };
  const enable = async (id: string, enabled: boolean) => {
    const { data, error } = await set({ input: { id, enabled } });
    if (!data) setRefusal((error && faultOf(error).reason) ?? "Nothing was changed. Try again.");
  };
  const actionsOf = (client: Client): Action[] => [
    { label: "New secret", onSelect: () => void renew(client) },
    client.enabled
      ? { label: "Disable", danger: true, onSelect: () => void enable(client.id, false) }
      : { label: "Enable", onSelect: () => void enable(client.id, true) },
  ];
  return { refusal, actionsOf };
}
