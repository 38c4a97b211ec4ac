import { useEffect, useRef, type ReactNode } from "react";

/** One step of a dialog. When another follows, the focus goes there: what it stood on before is no more. */
export function Step({ name, children }: { name: string; children: ReactNode }) {
  const step = useRef<HTMLDivElement>(null);
  const before = useRef(name);
  useEffect(() => {
    if (before.current !== name) step.current?.focus();
    before.current = name;
  }, [name]);
  return (
    <div ref={step} tabIndex={-1} style={{ outline: "none" }}>
      {children}
    </div>
  );
}
