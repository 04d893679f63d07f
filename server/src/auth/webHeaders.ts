import type { IncomingHttpHeaders } from "node:http";

/** The headers of a Node request as the web's `Headers`. */
export const webHeaders = (headers: IncomingHttpHeaders): Headers => {
  const made = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(":")) continue;
    for (const one of Array.isArray(value) ? value : [value]) made.append(name, one);
  }
  return made;
};
