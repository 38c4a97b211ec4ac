import { useSearchParams } from "wouter";

/**
 * One filter, kept in the URL, so that a link shows the same list and Back undoes a choice. Empty is the same as not
 * there. While somebody types, the entry in the browser's history is replaced.
 */
export function useFilter(name: string): [value: string, set: (value: string, typing?: boolean) => void] {
  const [params, setParams] = useSearchParams();
  const set = (value: string, typing = false) =>
    setParams((before) => withFilter(before, name, value), { replace: typing });
  return [params.get(name) ?? "", set];
}

/** The query string with one filter changed, as a link: `?status=PAID`. */
export function withFilter(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value === "") next.delete(name);
  else next.set(name, value);
  return next;
}
