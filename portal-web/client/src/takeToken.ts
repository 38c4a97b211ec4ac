/**
 * The one-time token of a mailed link. It stands behind the `#`, which is never sent to a server, and is taken out of
 * the address at once, so that it stays in no history. (A query parameter is read too, for mail programs that drop it.)
 */
export function takeToken(): string {
  const { hash, search, pathname } = location;
  const token =
    new URLSearchParams(hash.slice(1)).get("token") ?? new URLSearchParams(search).get("token") ?? "";
  if (token !== "") history.replaceState(history.state, "", pathname);
  return token;
}
