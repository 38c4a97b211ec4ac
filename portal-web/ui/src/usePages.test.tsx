import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { usePages, type Page } from "./usePages.ts";

/** A list of numbers, three a page; a place is the last number before it. */
const all = Array.from({ length: 8 }, (_, i) => i + 1);
const page = (rows: number[], place: number): Page<number> => {
  const found = rows.filter((row) => row > place).slice(0, 3);
  return { rows: found, end: String(found.at(-1)), more: (found.at(-1) ?? 0) < Math.max(...rows) };
};
const source = (rows: number[], list = "all"): Parameters<typeof usePages<number>>[0] => ({
  head: page(rows, Number.NEGATIVE_INFINITY),
  fault: undefined,
  busy: false,
  retry: vi.fn(),
  after: (place: string) => Promise.resolve(page(rows, Number(place))),
  list,
});

const listOf = (rows: number[]) => renderHook(usePages<number>, { initialProps: source(rows) });

/** Does it, and lets the pages arrive. */
const settled = (deed: () => void) =>
  act(() => {
    deed();
    return Promise.resolve();
  });

test("grows by a page until all is shown", async () => {
  const { result } = listOf(all);
  expect(result.current.rows).toEqual([1, 2, 3]);
  await settled(() => result.current.loadMore());
  await settled(() => result.current.loadMore());
  expect(result.current.rows).toEqual(all);
  expect(result.current.hasMore).toBe(false);
});

test("a row that appears at the top pushes no other out", async () => {
  const { result, rerender } = listOf(all);
  await settled(() => result.current.loadMore());
  await settled(() => rerender(source([0, ...all])));
  expect(result.current.rows).toEqual([0, 1, 2, 3, 4, 5]);
});

test("another filter starts from the first page", async () => {
  const { result, rerender } = listOf(all);
  await settled(() => result.current.loadMore());
  await settled(() => rerender(source([5, 6, 7, 8], "late")));
  expect(result.current.rows).toEqual([5, 6, 7]);
});

test("a page that fails to come can be asked for again", async () => {
  const failing: ReturnType<typeof source> = {
    ...source(all),
    after: () => Promise.resolve({ reason: "No connection." }),
  };
  const { result, rerender } = renderHook(usePages<number>, {
    initialProps: failing,
  });
  await settled(() => result.current.loadMore());
  expect(result.current.fault).toEqual({ reason: "No connection." });
  rerender(source(all));
  await settled(() => result.current.retry());
  expect(result.current.rows).toEqual([1, 2, 3, 4, 5, 6]);
  expect(result.current.fault).toBeUndefined();
});
