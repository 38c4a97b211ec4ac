import { createContext, useContext } from "react";
import type { Permission } from "../gql/graphql.ts";

/** The person of a customer who is signed in. */
export type Viewer = {
  id: string;
  name: string;
  email?: string | null;
  permissions: readonly Permission[];
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
