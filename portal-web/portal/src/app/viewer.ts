import { createContext, useContext } from "react";
import type { Permission, PortalSwitch } from "../gql/graphql.ts";

/** The person of a customer who is signed in. */
export type Viewer = {
  id: string;
  name: string;
  email?: string | null;
  permissions: readonly Permission[];
  portalSwitches: readonly { name: PortalSwitch; on: boolean }[];
  customer: { id: string; name: string };
  otherCustomers: readonly { id: string; name: string }[];
};

export const CurrentViewer = createContext<Viewer | undefined>(undefined);

/** Who is signed in. Every page below the gate has one. */
export function useViewer(): Viewer {
  const viewer = useContext(CurrentViewer);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

/** Whether the viewer may do what a button offers; the server checks it once more. */
export function useMay(permission: Permission): boolean {
  return useViewer().permissions.includes(permission);
}

/** Whether the organisation lets this customer see or do something; the server checks it once more. */
export function useSwitch(name: PortalSwitch): boolean {
  return isOn(useViewer(), name);
}

export function isOn({ portalSwitches }: Viewer, name: PortalSwitch): boolean {
  return portalSwitches.some((one) => one.name === name && one.on);
}
