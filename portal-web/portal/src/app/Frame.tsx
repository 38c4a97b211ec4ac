import { AccountMenu } from "@quittance/ui/AccountMenu.tsx";
import { useAnnounce } from "@quittance/ui/Announcer.tsx";
import { askAuth, sentenceOf } from "@quittance/ui/auth.ts";
import { ErrorBoundary } from "@quittance/ui/ErrorBoundary.tsx";
import { LoadingPage } from "@quittance/ui/Loading.tsx";
import { SandboxBadge } from "@quittance/ui/SandboxBadge.tsx";
import { Shell } from "@quittance/ui/Shell.tsx";
import { Suspense, type ReactNode } from "react";
import { useLocation } from "wouter";
import { Paying } from "../payments/Paying.tsx";
import { APP } from "./app.ts";
import { useLivePreferences } from "./live.ts";
import { accountPagesFor, navigationFor } from "./navigation.ts";
import { useSessionEnds } from "@quittance/client/SessionEnds.ts";
import { isOn, useViewer } from "./viewer.ts";

type Props = {
  brand: { name: string; logo?: string | null; sandbox: boolean } | undefined;
  children: ReactNode;
};

/** What stands around every page of a signed-in contact. */
export function Frame({ brand, children }: Props) {
  const viewer = useViewer();
  const { name, email, customer, otherCustomers } = viewer;
  useLivePreferences();
  const announce = useAnnounce();
  const [path, go] = useLocation();
  const sessionEnds = useSessionEnds();
  const signOut = async (how: "sign-out" | "sign-out-everywhere") => {
    await askAuth(APP, how);
    go("/sign-in");
    sessionEnds();
  };
  const switchTo = async (id: string) => {
    const fault = sentenceOf(await askAuth(APP, "switch-customer", { customerId: id }));
    if (fault) return announce(fault);
    go("/");
    sessionEnds();
  };
  return (
    <Shell
      brand={brand ?? { name: customer.name }}
      navigation={navigationFor((by) => isOn(viewer, by))}
      account={
        <>
          {brand?.sandbox && <SandboxBadge />}
          <AccountMenu
            name={name}
            email={email ?? null}
            items={accountPagesFor((by) => isOn(viewer, by))}
            others={{ label: "Switch to", choices: otherCustomers, onChoose: (id) => void switchTo(id) }}
            onSignOut={() => void signOut("sign-out")}
            onSignOutEverywhere={() => void signOut("sign-out-everywhere")}
          />
        </>
      }
    >
      <Paying>
        <ErrorBoundary page={path}>
          <Suspense fallback={<LoadingPage />}>{children}</Suspense>
        </ErrorBoundary>
      </Paying>
    </Shell>
  );
}
