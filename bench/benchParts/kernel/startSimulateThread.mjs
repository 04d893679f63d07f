import { register } from "tsx/esm/api";

/** The start of the thread that simulates: teaches it TypeScript, then hands over. */
register();
await import("./simulateThread.ts");
