import type { Plugin } from "vite";

/** Asks the browser for the Latin letters at once, before the style sheet that names them has arrived. */
export function preloadedFont(): Plugin {
  let base = "/";
  return {
    name: "preloaded-font",
    apply: "build",
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: base + file, crossorigin: "" },
            injectTo: "head-prepend",
          })),
    },
  };
}
