import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import js from "@eslint/js";
import graphql from "@graphql-eslint/eslint-plugin";
import a11y from "eslint-plugin-jsx-a11y-x";
import hooks from "eslint-plugin-react-hooks";
import typescript from "typescript-eslint";

const web = dirname(fileURLToPath(import.meta.url));
const schema = resolve(web, "../schema/*.graphqls");

/**
 * Each app's documents are checked against the schema, against its own others and against the fragments that both apps
 * spread: names repeat between the apps.
 */
const graphQLConfig = {
  // What a project includes is told from the repository's root, where scripts/lint.mjs starts ESLint.
  projects: {
    schema: { schema, include: "schema/*.graphqls" },
    ...Object.fromEntries(
      ["shared", "portal", "console"].map((app) => [
        app,
        {
          schema,
          documents: (app === "shared"
            ? ["shared/src"]
            : [`${app}/src`, "shared/src/{documents,statements}"]
          ).map((folder) => resolve(web, folder, "**/*.{ts,tsx}")),
          include: `portal-web/${app}/src/**/*.{ts,tsx}`,
        },
      ]),
    ),
  },
};

const documentsOf = (app) => ({
  files: [`portal-web/${app}/src/**/*.graphql`],
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig },
  },
  plugins: { "@graphql-eslint": graphql },
  rules: {
    ...graphql.configs["flat/operations-recommended"].rules,
    "@graphql-eslint/naming-convention": [
      "error",
      {
        OperationDefinition: "PascalCase",
        FragmentDefinition: "PascalCase",
        VariableDefinition: "camelCase",
      },
    ],
    "@graphql-eslint/selection-set-depth": ["error", { maxDepth: 12 }],
    // The id is what urql's caches and React's keys go by; not everything has one.
    "@graphql-eslint/require-selections": "error",
  },
});

export default [
  { ignores: ["**/node_modules/", "**/dist/", "**/gql/", "**/test-results/", "**/playwright-report/"] },
  {
    files: ["**/*.{js,mjs}"],
    ...js.configs.recommended,
    languageOptions: { globals: { console: false, process: false } },
  },
  {
    files: ["**/ui/public/*.js"],
    languageOptions: {
      sourceType: "script",
      globals: { document: false, localStorage: false, matchMedia: false },
    },
  },
  ...[...typescript.configs.recommendedTypeChecked, ...typescript.configs.stylisticTypeChecked].map(
    (config) => ({
      ...config,
      files: ["**/*.{ts,tsx}"],
    }),
  ),
  {
    files: ["**/*.{ts,tsx}"],
    processor: graphql.processor,
    languageOptions: {
      parserOptions: { project: ["tsconfig.json", "e2e/tsconfig.json"], tsconfigRootDir: web },
    },
    plugins: { "react-hooks": hooks, "jsx-a11y-x": a11y },
    rules: {
      ...hooks.configs.recommended.rules,
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: false },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  { files: ["**/*.tsx"], plugins: { "jsx-a11y-x": a11y }, rules: a11y.configs.strict.rules },
  documentsOf("shared"),
  documentsOf("portal"),
  documentsOf("console"),
  {
    // The apps spread these.
    files: ["portal-web/shared/src/{documents,statements}/**/*.graphql"],
    rules: { "@graphql-eslint/no-unused-fragments": "off" },
  },
  {
    files: ["schema/*.graphqls"],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig } },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...graphql.configs["flat/schema-recommended"].rules,
      "@graphql-eslint/strict-id-in-types": "off",
      "@graphql-eslint/description-style": "off",
      "@graphql-eslint/no-unreachable-types": "error",
      "@graphql-eslint/no-typename-prefix": "error",
      "@graphql-eslint/unique-enum-value-names": "error",
      "@graphql-eslint/require-deprecation-reason": "error",
      "@graphql-eslint/require-deprecation-date": "error",
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          // These say all there is to say with their names.
          ignoredSelectors: ["[name.value=/(Query|Mutation|Connection|Edge|Input|Result)$/]"],
        },
      ],
      "@graphql-eslint/naming-convention": [
        "error",
        {
          types: "PascalCase",
          FieldDefinition: "camelCase",
          InputValueDefinition: "camelCase",
          EnumValueDefinition: "UPPER_CASE",
        },
      ],
    },
  },
];
