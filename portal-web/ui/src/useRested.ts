import { useEffect, useState } from "react";

/** A value once typing rests: what the server is asked about. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(JSON.parse(text) as T), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
