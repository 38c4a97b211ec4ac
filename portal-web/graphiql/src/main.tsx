import { setNonce } from "get-nonce";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ask } from "./ask.ts";
import { example } from "./example.ts";
import "./page.css";

// Without the nonce of this answer the content security policy refuses the style elements of dialogs.
setNonce(document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.nonce ?? "");

const root = document.getElementById("root");
if (!root) throw new Error("The page has no #root.");
createRoot(root).render(
  <StrictMode>
    {/* A bearer in the headers is not kept: whoever opens the page next must not find it. */}
    <GraphiQL
      fetcher={ask}
      defaultQuery={example}
      shouldPersistHeaders={false}
      defaultEditorToolsVisibility
    />
  </StrictMode>,
);
