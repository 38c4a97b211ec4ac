import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";
import { documentsInPlace } from "./documents-in-place.ts";
import { preloadedFont } from "./preloaded-font.ts";

const root = resolve(import.meta.dirname, "..");
const server = process.env.QUITTANCE_URL ?? "http://localhost:8080";

/** What both apps are built with: served below `/<name>/`, written to `dist/<name>`. */
export function viteApp(name: "portal" | "console"): UserConfig {
  return defineConfig({
    root: resolve(root, name),
    base: `/${name}/`,
    publicDir: resolve(root, "ui/public"),
    cacheDir: resolve(root, "node_modules/.vite", name),
    plugins: [react(), documentsInPlace(resolve(root, name, "src")), preloadedFont()],
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
        "/graphql": { target: server, ws: true },
        "/auth": server,
        "/documents": server,
        "/imports": server,
      },
    },
  });
}
