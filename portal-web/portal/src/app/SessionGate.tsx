import { Failure } from "@quittance/ui/Failure.tsx";
import { LoadingPage } from "@quittance/ui/Loading.tsx";
import type { ReactNode } from "react";
import { useQuery } from "urql";
import { Redirect, useLocation, useSearch } from "wouter";
import { graphql } from "../gql";
import { useAccented } from "./Brand.tsx";
import { faultOf, isSignedOut } from "@quittance/client/faultOf.ts";
import { Frame } from "./Frame.tsx";
import { CurrentViewer } from "./viewer.ts";

const SessionQuery = graphql(`
  query Session {
    viewer {
      id
      kind
      name
      email
      permissions
      portalSwitches {
        name
        on
      }
      customer {
        id
        name
      }
      otherCustomers {
        id
        name
      }
    }
    branding {
      ...Brand
    }
  }
`);

/** That nobody is signed in is an answer here, and no reason to ask again. */
const WHO_IS_THERE = { asksWhoIsThere: true };

/** Lets a signed-in contact in; sends everybody else to the sign-in page, which leads back here. */
export function SessionGate({ children }: { children: ReactNode }) {
  const [{ data, error }, ask] = useQuery({ query: SessionQuery, context: WHO_IS_THERE });
  const [path] = useLocation();
  const search = useSearch();
  const brand = useAccented(data?.branding);
  const stranger = error !== undefined && isSignedOut(error);
  if (error && !data && !stranger)
    return (
      <main style={{ padding: 24 }}>
        <Failure
          what="The portal could not be opened."
          fault={faultOf(error)}
          onRetry={() => ask({ requestPolicy: "network-only" })}
        />
      </main>
    );
  if (!data && !stranger)
    return (
      <main style={{ padding: 24 }}>
        <LoadingPage />
      </main>
    );
  const viewer = data?.viewer;
  if (viewer?.kind !== "CONTACT" || !viewer.customer) {
    const wanted = search ? `${path}?${search}` : path;
    return (
      <Redirect to={wanted === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(wanted)}`} replace />
    );
  }
  return (
    <CurrentViewer value={{ ...viewer, customer: viewer.customer }}>
      <Frame brand={brand}>{children}</Frame>
    </CurrentViewer>
  );
}
