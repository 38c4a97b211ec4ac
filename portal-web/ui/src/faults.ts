import { createContext, useContext } from "react";

/** One fault of an InvalidInput: `contacts[0].email` and what is wrong with it. */
export type FieldFault = { path: string; message: string };

/** What the server found wrong with the form that was sent last. */
export const Faults = createContext<readonly FieldFault[]>([]);

/** The faults of the field with this path, in one text; undefined when it is fine. */
export function useFault(path: string): string | undefined {
  return faultAt(useContext(Faults), path);
}

export function faultAt(faults: readonly FieldFault[], path: string): string | undefined {
  const messages = faults.filter((fault) => fault.path === path).map(({ message }) => message);
  return messages.length > 0 ? messages.join(" ") : undefined;
}

/** The faults that belong to none of the form's fields: they are said above it. */
export function faultsElsewhere(
  faults: readonly FieldFault[],
  names: readonly string[],
): readonly FieldFault[] {
  return faults.filter(({ path }) => !names.includes(path));
}
