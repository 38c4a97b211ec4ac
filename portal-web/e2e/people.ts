/** Somebody of the demo data who can sign in. */
export type Person = { app: "portal" | "console"; name: string; email: string; password: string };

/** The primary contact of a demo customer. */
export const contact: Person = {
  app: "portal",
  name: process.env.DEMO_CONTACT_NAME ?? "Nora Lindqvist",
  email: process.env.DEMO_CONTACT_EMAIL ?? "nora@fjordline.example",
  password: process.env.DEMO_PASSWORD ?? "quittance-demo",
};

/** The owner of the demo organisation. */
export const owner: Person = {
  app: "console",
  name: process.env.DEMO_OWNER_NAME ?? "Olga Owner",
  email: process.env.DEMO_OWNER_EMAIL ?? "owner@quittance.example",
  password: process.env.DEMO_PASSWORD ?? "quittance-demo",
};
