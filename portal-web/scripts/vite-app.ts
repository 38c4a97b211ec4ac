import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type PluginOption, type UserConfig } from "vite";
import { documentsInPlace } from "./documents-in-place.ts";
import { preloadedFont } from "./preloaded-font.ts";

const root = resolve(import.meta.dirname, "..");
const server = process.env.QUITTANCE_URL ?? "http://localhost:8080";

// The server takes requests of a session only from pages of its own origin.
const toServer = { target: server, changeOrigin: true, headers: { origin: server } };

/** What both apps are built with. */
export function viteApp(name: "portal" | "console"): UserConfig {
  const withDocuments = [name, "shared"].map((part) => documentsInPlace(resolve(root, part, "src")));
  return vitePage(name, [...withDocuments, preloadedFont()]);
}

/** What every page is built with: served below `/<name>/`, written to `dist/<name>`. */
export function vitePage(name: string, plugins: PluginOption[]): UserConfig {
  return defineConfig({
    root: resolve(root, name),
    base: `/${name}/`,
    publicDir: resolve(root, "ui/public"),
    cacheDir: resolve(root, "node_modules/.vite", name),
    plugins: [react(), ...plugins],
    // The server replaces the placeholder by a fresh nonce in every index.html it answers.
    html: { cspNonce: "__CSP_NONCE__" },
    build: {
      outDir: resolve(root, "dist", name),
      emptyOutDir: true,
      target: "baseline-widely-available",
      assetsInlineLimit: 0,
      license: { fileName: "licenses.md" },
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    server: {
      proxy: {
        "/graphql": { ...toServer, ws: true },
        "/auth": toServer,
        "/documents": toServer,
        "/imports": toServer,
        "/sandbox": toServer,
      },
    },
  });
}
