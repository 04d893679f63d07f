import type { IncomingHttpHeaders } from "node:http";
import type { Language } from "@sluice/problems";

/** The language a request asks for: what the studio says, else the first of `Accept-Language` that the product ships in, else English. */
export const languageOf = (headers: IncomingHttpHeaders): Language => {
  const said = headers["x-sluice-language"];
  if (said === "en" || said === "zh") return said;
  for (const part of (headers["accept-language"] ?? "").slice(0, 400).split(",")) {
    const tag = part.trim().toLowerCase();
    if (tag.startsWith("zh")) return "zh";
    if (tag.startsWith("en")) return "en";
  }
  return "en";
};
