import { rowCommandId } from "../import/rowCommandId.ts";

/** The id of something in the demo firm: the same name has always the same. */
export const seedId = (name: string): string => rowCommandId("lanting-demo", name);
