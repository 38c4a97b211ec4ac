import { isColor, mixed, shiftedUntilReadable } from "./contrast.ts";

/** The accent until the organisation's own is known. */
export const DEFAULT_ACCENT = "#4f46e5";

/** The darkest and lightest grounds that accented text stands on, as in base.css. */
const LIGHT_GROUND = "#f6f7f9";
const DARK_GROUND = "#1f2226";

/** The shades made of one accent, so that all text on it and in it is readable. */
export function accentShades(color: string) {
  const accent = isColor(color) ? color.toLowerCase() : DEFAULT_ACCENT;
  const fill = shiftedUntilReadable(accent, ["#ffffff"], "#000000");
  const softLight = mixed("#ffffff", accent, 0.1);
  const softDark = mixed(DARK_GROUND, accent, 0.2);
  return {
    "--accent-fill": fill,
    "--accent-fill-hover": mixed(fill, "#000000", 0.14),
    "--accent-on-light": shiftedUntilReadable(accent, [LIGHT_GROUND, softLight], "#000000"),
    "--accent-on-dark": shiftedUntilReadable(accent, [DARK_GROUND, softDark], "#ffffff"),
    "--accent-soft-light": softLight,
    "--accent-soft-dark": softDark,
  };
}

/** Makes `color` the accent of the whole page. */
export function setAccent(color: string): void {
  for (const [name, shade] of Object.entries(accentShades(color)))
    document.documentElement.style.setProperty(name, shade);
}
