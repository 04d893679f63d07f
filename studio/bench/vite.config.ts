import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The pages that the bench measures, built as the studio is. */
export default defineConfig({
  root: here,
  plugins: [react()],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 5_000,
    rollupOptions: { input: [`${here}canvas.html`, `${here}bpmnJs.html`] },
  },
  worker: { format: "es" },
});
