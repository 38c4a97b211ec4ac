import { resolve } from "node:path";
import { Kind, print, type DocumentNode } from "graphql";
import { runnerImport, type Plugin } from "vite";

/**
 * Writes each GraphQL document where it is used. Code generation keeps all documents of an app in one module, so that
 * the first page would load the documents of all others; a page that is loaded later should bring its own.
 */
export function documentsInPlace(source: string): Plugin {
  let documents = new Map<string, string>();
  return {
    name: "documents-in-place",
    apply: "build",
    enforce: "pre",
    async buildStart() {
      const { module } = await runnerImport<Record<string, DocumentNode>>(resolve(source, "gql/graphql.ts"));
      documents = new Map(
        Object.values(module)
          .filter((value) => nameOf(value) !== undefined)
          .map((document) => [nameOf(document) ?? "", JSON.stringify(print(document))]),
      );
    },
    transform(code, id) {
      if (!id.startsWith(source) || !/\.tsx?$/.test(id) || id.includes("/gql/")) return null;
      if (!code.includes("graphql(")) return null;
      return {
        code: code.replace(/\bgraphql\(\s*`([^`]*)`,?\s*\)/g, (_call, text: string) => inPlace(text)),
        map: null,
      };
    },
  };

  function inPlace(text: string): string {
    const [, kind, name = ""] = /^\s*(query|mutation|subscription|fragment)\s+(\w+)/m.exec(text) ?? [];
    // A fragment's own document is only a type at run time: nothing reads it.
    if (kind === "fragment") return "undefined";
    const document = documents.get(name);
    if (document === undefined)
      throw new Error(`No generated document is named "${name}". Run the code generation.`);
    return document;
  }
}

/** The name of an operation, which stands first in its document; undefined for whatever else is exported. */
function nameOf(document: Partial<DocumentNode>): string | undefined {
  const first = document.definitions?.[0];
  return first?.kind === Kind.OPERATION_DEFINITION ? first.name?.value : undefined;
}
