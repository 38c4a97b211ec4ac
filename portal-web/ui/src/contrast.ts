/** A colour as red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Text in normal size is readable from this contrast on (WCAG 2.2, AA). */
export const READABLE = 4.5;

/** The contrast of two colours, `#rrggbb`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(rgb(one)), luminance(rgb(other))].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** `color` moved towards `pole`, black or white, in small steps until it is readable beside all of `beside`. */
export function shiftedUntilReadable(color: string, beside: readonly string[], pole: "#000000" | "#ffffff") {
  for (let step = 0; step <= 50; step++) {
    const shifted = mixed(color, pole, step / 50);
    if (beside.every((ground) => contrast(shifted, ground) >= READABLE)) return shifted;
  }
  return pole;
}

/** `color` with a share of `other`, from 0 to 1. */
export function mixed(color: string, other: string, share: number): string {
  const [from, to] = [rgb(color), rgb(other)];
  return hex(from.map((channel, i) => channel + ((to[i] ?? 0) - channel) * share));
}

/** Whether this is a colour as the organisation's settings keep it. */
export function isColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function rgb(color: string): Rgb {
  const channel = (at: number) => parseInt(color.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

function hex(channels: number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}
