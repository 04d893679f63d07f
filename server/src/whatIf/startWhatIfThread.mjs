import { register } from "tsx/esm/api";

/** The start of a thread that runs a what-if: teaches it TypeScript, then hands over. */
register();
await import("./whatIfThread.ts");
