import { useEffect, useState } from "react";
import type { Fault } from "./Failure.tsx";
import type { Pages } from "./ListPage.tsx";

/** Rows in order, and the place after the last of them. */
export type Page<Row> = { rows: readonly Row[]; end: string | null; more: boolean };

type Source<Row> = {
  /** The first page, as it is at present; undefined while it is on its way. */
  head: Page<Row> | undefined;
  fault: Fault | undefined;
  /** Whether `head` still belongs to other filters. */
  busy: boolean;
  retry: () => void;
  /** Fetches the page after a place; undefined with a fault when that failed. */
  after: (place: string) => Promise<Page<Row> | Fault>;
  /** What is listed, filters included: another list starts from its first page again. */
  list: string;
};

/** What follows the first page. It is good only for the list and the place that it was fetched after. */
type Tail<Row> = { list: string; place: string | null; pages: number; rows: readonly Row[]; end: Page<Row> };

/**
 * A keyset list that grows by Load more. When the first page changes while more are shown, as live data do, the
 * others are fetched again after its new end, so that no row is missing or doubled.
 */
export function usePages<Row>({ head, fault, busy, retry, after, list }: Source<Row>): Pages<Row> {
  const [tail, setTail] = useState<Tail<Row>>();
  const [loadingMore, setLoadingMore] = useState(false);
  const [moreFault, setMoreFault] = useState<Fault>();
  const own = tail?.list === list ? tail : undefined;
  const stale = head !== undefined && own !== undefined && own.place !== head.end;

  const keep = (grown: Grown<Row> | { fault: Fault }, before: number) => {
    setMoreFault("fault" in grown ? grown.fault : undefined);
    if ("rows" in grown) setTail({ list, place: head?.end ?? null, ...grown, pages: before + grown.pages });
  };

  useEffect(() => {
    if (!stale) return;
    let wanted = true;
    void follow(after, own.pages, { rows: [], end: head }).then((grown) => wanted && keep(grown, 0));
    return () => {
      wanted = false;
    };
    // Only a moved end asks for it; the functions are others at every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [stale, head?.end]);

  const last = own && !stale ? own.end : head;
  const loadMore = async () => {
    if (!last || loadingMore) return;
    setLoadingMore(true);
    keep(await follow(after, 1, { rows: own?.rows ?? [], end: last }), own?.pages ?? 0);
    setLoadingMore(false);
  };
  return {
    rows: head && [...head.rows, ...(own?.rows ?? [])],
    hasMore: last?.more ?? false,
    loadingMore,
    busy,
    fault: fault ?? moreFault,
    loadMore: () => void loadMore(),
    retry: fault ? retry : () => void loadMore(),
  };
}

type Grown<Row> = { rows: readonly Row[]; end: Page<Row>; pages: number };

/** Fetches so many pages one after the other, each after the end of the one before. */
async function follow<Row>(
  after: Source<Row>["after"],
  pages: number,
  start: Omit<Grown<Row>, "pages">,
): Promise<Grown<Row> | { fault: Fault }> {
  let grown: Grown<Row> = { ...start, pages: 0 };
  while (grown.pages < pages && grown.end.more && grown.end.end !== null) {
    const page = await after(grown.end.end);
    if (!("rows" in page)) return { fault: page };
    grown = { rows: [...grown.rows, ...page.rows], end: page, pages: grown.pages + 1 };
  }
  return grown;
}
