import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";

/** Whose requests are counted together: those of one API key, of one browser's cookies, else of one address. Kept as a hash. */
export const requestKey = (request: FastifyRequest): string => {
  const key = request.headers["x-api-key"];
  const said =
    typeof key === "string"
      ? `key:${key}`
      : request.headers.cookie === undefined
        ? null
        : `cookie:${request.headers.cookie}`;
  return said === null ? `ip:${request.ip}` : createHash("sha256").update(said).digest("base64url");
};
