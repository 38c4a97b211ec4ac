import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  test: {
    environment: "happy-dom",
    include: ["{ui,client,shared,portal,console}/src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    env: { TZ: "Europe/Berlin" },
    css: false,
  },
});
