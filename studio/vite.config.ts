import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

/** Everything but the pages themselves is the server's; in development it is reached through this proxy. */
const servedByTheServer = ["/trpc", "/auth", "/files", "/api", "/healthz", "/readyz"];

export default defineConfig(({ mode }) => {
  const { SLUICE_SERVER = "http://127.0.0.1:3000" } = loadEnv(mode, ".", "SLUICE_");
  return {
    plugins: [react()],
    build: {
      target: "es2022",
      // No data: addresses, so that the content security policy may stay strict.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 900,
    },
    worker: { format: "es" },
    server: {
      host: "127.0.0.1",
      proxy: Object.fromEntries(
        servedByTheServer.map((path) => [path, { target: SLUICE_SERVER, changeOrigin: false }]),
      ),
    },
  };
});
