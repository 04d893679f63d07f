import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv, type ProxyOptions } from "vite";

/** Everything but the pages themselves is the server's; in development it is reached through this proxy. */
const servedByTheServer = ["/trpc", "/auth", "/files", "/api", "/healthz", "/readyz"];

/** The server trusts its own origin only, so what the development pages ask is passed on in its name; what others ask is not. */
const toTheServer = (target: string): ProxyOptions => ({
  target,
  configure: (proxy) => {
    proxy.on("proxyReq", (passedOn, { headers }) => {
      if (headers.origin === `http://${headers.host}`) passedOn.setHeader("origin", target);
    });
  },
});

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
      proxy: Object.fromEntries(servedByTheServer.map((path) => [path, toTheServer(SLUICE_SERVER)])),
    },
  };
});
