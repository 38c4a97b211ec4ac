import type { ReactNode } from "react";
import { Link } from "wouter";
import type { PortalSwitch } from "../gql/graphql.ts";
import { useSwitch } from "./viewer.ts";

type Props = { by: PortalSwitch; href: string; children: ReactNode };

/** A link to a page, or just its words where the organisation does not show that page. */
export function PageLink({ by, href, children }: Props) {
  return useSwitch(by) ? <Link href={href}>{children}</Link> : <>{children}</>;
}
