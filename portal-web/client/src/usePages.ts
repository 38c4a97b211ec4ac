import { usePages as useKeyset, type Page } from "@quittance/ui/usePages.ts";
import type { Pages } from "@quittance/ui/ListPage.tsx";
import type { AnyVariables, TypedDocumentNode } from "@urql/core";
import { useMemo } from "react";
import { useClient, useQuery } from "urql";
import { faultOf } from "./faultOf.ts";

/** A connection as the schema has them. */
type Connection<Node> = {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
};

/** A query of a list takes its place besides its filters. */
type Paged<Filters> = Filters & { after?: string | null };

type Listed<Data, Filters, Node> = {
  query: TypedDocumentNode<Data, Paged<Filters>>;
  variables: Filters;
  /** Where in the answer the list is; nothing when its owner is gone. */
  connection: (data: Data) => Connection<Node> | null | undefined;
  /** The types listed: an empty list, too, is fetched again when one of them changes. */
  typenames: readonly string[];
};

/** A list by pages of 20, for RowList. The query declares `$after: String` and passes it on. */
export function usePages<Data, Filters extends object, Node>(
  listed: Listed<Data, Filters, Node>,
): Pages<Node> {
  const { query, variables, connection, typenames } = listed;
  const client = useClient();
  const names = typenames.join();
  const context = useMemo(() => ({ additionalTypenames: names.split(",") }), [names]);
  const [{ data, error, fetching }, refetch] = useQuery<Data, AnyVariables>({ query, variables, context });
  const pageOf = (answer: Data | undefined): Page<Node> | undefined => {
    if (!answer) return undefined;
    const found = connection(answer);
    return {
      rows: found?.edges.map(({ node }) => node) ?? [],
      end: found?.pageInfo.endCursor ?? null,
      more: found?.pageInfo.hasNextPage ?? false,
    };
  };
  return useKeyset({
    head: pageOf(data),
    fault: error && faultOf(error),
    busy: fetching,
    retry: () => refetch({ requestPolicy: "network-only" }),
    after: async (place) => {
      const answer = await client
        .query<Data, AnyVariables>(query, { ...variables, after: place }, { requestPolicy: "network-only" })
        .toPromise();
      return pageOf(answer.data) ?? (answer.error ? faultOf(answer.error) : {});
    },
    list: JSON.stringify(variables),
  });
}
