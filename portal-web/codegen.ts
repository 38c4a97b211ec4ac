import type { CodegenConfig } from "@graphql-codegen/cli";
import { disableFragmentWarnings } from "graphql-tag";

// Both apps have an InvoiceRow; within an app the linter keeps names unique.
disableFragmentWarnings();

/** Each app, and what both share, gets its own types: the documents it has, and the fragments that both apps spread. */
function app(name: "shared" | "portal" | "console"): CodegenConfig["generates"] {
  return {
    [`${name}/src/gql/`]: {
      documents: [
        `${name}/src/**/*.{ts,tsx}`,
        `!${name}/src/gql/**`,
        "shared/src/{documents,statements}/*.{ts,tsx}",
      ],
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "getFragmentData" } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        // Decimals stay strings: an amount never becomes a floating point number.
        scalars: {
          Decimal: "string",
          Date: "string",
          DateTime: "string",
          CurrencyCode: "string",
          CountryCode: "string",
        },
      },
    },
  };
}

export default {
  schema: "../schema/*.graphqls",
  ignoreNoDocuments: true,
  generates: { ...app("shared"), ...app("portal"), ...app("console") },
} satisfies CodegenConfig;
