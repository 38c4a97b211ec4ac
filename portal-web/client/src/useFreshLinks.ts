import { useEffect } from "react";

/** Document links hold for five minutes: asks for new ones before they run out, for as long as the page is open. */
export function useFreshLinks(ask: (options: { requestPolicy: "network-only" }) => void): void {
  useEffect(() => {
    const timer = setInterval(() => ask({ requestPolicy: "network-only" }), 240_000);
    return () => clearInterval(timer);
  }, [ask]);
}
