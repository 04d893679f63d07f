import type { IncomingHttpHeaders } from "node:http";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Tells whether a request may change something in the name of its cookie.
 *
 * Browsers name their origin on every request that is not a plain read; a request without one is no browser's cross-site
 * request, unless its fetch metadata says so. Requests that carry an API key instead of a cookie need no origin.
 */
export const isSameOrigin = (method: string, headers: IncomingHttpHeaders, trusted: readonly string[]): boolean => {
  if (READS.has(method) || headers["x-api-key"] !== undefined) return true;
  if (headers.origin !== undefined) return trusted.includes(headers.origin);
  const site = headers["sec-fetch-site"];
  return site === undefined || site === "same-origin" || site === "none";
};
