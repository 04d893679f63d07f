import { register } from "tsx/esm/api";

/** The start of the thread that checks definitions: teaches it TypeScript, then hands over. */
register();
await import("./checkThread.ts");
