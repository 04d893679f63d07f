import { register } from "tsx/esm/api";

/** The start of the thread that reads files: teaches it TypeScript, then hands over. */
register();
await import("./importThread.ts");
