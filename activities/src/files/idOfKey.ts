import { createHash } from "node:crypto";

/** The UUID that a key always gets: what makes a row under it once. */
export const idOfKey = (key: string): string => {
  const hex = createHash("sha256").update(key).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
