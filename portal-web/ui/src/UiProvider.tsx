import { MantineProvider, localStorageColorSchemeManager } from "@mantine/core";
import { setNonce } from "get-nonce";
import type { ReactNode } from "react";
import { Announcer } from "./Announcer.tsx";
import { cssVariables, theme } from "./theme.ts";
import "./styles.ts";

const colorScheme = localStorageColorSchemeManager({ key: "quittance-color-scheme" });

/** The nonce of this answer, without which the content security policy refuses style elements. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "";
}

// Dialogs keep the page behind them from scrolling by a style element of their own.
setNonce(styleNonce());

/** What every screen stands in: the theme, light or dark, and the live region. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <Announcer>{children}</Announcer>
    </MantineProvider>
  );
}
