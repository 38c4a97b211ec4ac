import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

/** Neutral greys, with no tint of their own beside the accent. */
const gray: MantineColorsTuple = [
  "#f6f7f9",
  "#eff1f4",
  "#e4e7eb",
  "#d5d9df",
  "#b9bfc8",
  "#8d95a1",
  "#646c78",
  "#4a515c",
  "#30363f",
  "#1a1d23",
];
const dark: MantineColorsTuple = [
  "#e6e8eb",
  "#c3c7cd",
  "#9ba1aa",
  "#7b828c",
  "#3b4047",
  "#30343a",
  "#26292e",
  "#1a1c20",
  "#131518",
  "#0d0f11",
];
/** Only a name: its shades are set at run time (accent.ts). */
const accent: MantineColorsTuple = [
  "#eef2ff",
  "#e0e7ff",
  "#c7d2fe",
  "#a5b4fc",
  "#818cf8",
  "#6366f1",
  "#4f46e5",
  "#4338ca",
  "#3730a3",
  "#312e81",
];

export const theme = createTheme({
  colors: { gray, dark, accent },
  primaryColor: "accent",
  black: "#1a1d23",
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontSizes: { xs: "0.75rem", sm: "0.875rem", md: "0.9375rem", lg: "1.125rem", xl: "1.375rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  headings: {
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.5rem", lineHeight: "1.3" },
      h2: { fontSize: "1.125rem", lineHeight: "1.4" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.45" },
    },
  },
  spacing: { xs: "8px", sm: "16px", md: "24px", lg: "32px", xl: "40px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "8px", xl: "16px" },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    ModalRoot: { defaultProps: { centered: true, padding: "md", transitionProps: { duration: 120 } } },
    Menu: {
      defaultProps: {
        shadow: "md",
        position: "bottom-end",
        transitionProps: { duration: 80 },
        // The first item is focused at once; a placeholder would be no item of the menu.
        withInitialFocusPlaceholder: false,
      },
    },
    // Menus and dialogs belong to the page's main landmark, whose last element this is.
    Portal: { defaultProps: { target: "#layer" } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "input", "description", "error"] } },
    Skeleton: { defaultProps: { radius: "xs" } },
    Tooltip: {
      defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } },
    },
  },
});

/** Leads Mantine's names for the accent and the grounds to ours, which base.css defines for light and dark. */
const ours = {
  "--mantine-color-accent-filled": "var(--accent-fill)",
  "--mantine-color-accent-filled-hover": "var(--accent-fill-hover)",
  "--mantine-color-accent-text": "var(--accent-text)",
  "--mantine-color-accent-outline": "var(--accent-text)",
  "--mantine-color-accent-outline-hover": "var(--accent-soft)",
  "--mantine-color-accent-light": "var(--accent-soft)",
  "--mantine-color-accent-light-hover": "var(--accent-soft)",
  "--mantine-color-accent-light-color": "var(--accent-text)",
  "--mantine-primary-color-filled": "var(--accent-fill)",
  "--mantine-primary-color-filled-hover": "var(--accent-fill-hover)",
  "--mantine-primary-color-light": "var(--accent-soft)",
  "--mantine-primary-color-light-hover": "var(--accent-soft)",
  "--mantine-primary-color-light-color": "var(--accent-text)",
  "--mantine-color-anchor": "var(--accent-text)",
  "--mantine-color-body": "var(--ground)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-faint)",
  "--mantine-color-error": "var(--negative-ink)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--hover)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--line-strong)",
};

/** Said for each scheme, since Mantine says its own there, which would win over what is said for both. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours });
