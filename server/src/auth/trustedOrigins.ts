import { type Config, isLoopback } from "@sluice/config";

/** The origins from which a browser may change anything: the public address, and this machine's own names when bound to loopback. */
export const trustedOriginsOf = ({
  publicUrl,
  host,
  port,
}: Pick<Config, "publicUrl" | "host" | "port">): readonly string[] => {
  const own = isLoopback(host) ? [`http://127.0.0.1:${port}`, `http://localhost:${port}`, `http://[::1]:${port}`] : [];
  return [...new Set([new URL(publicUrl).origin, ...own])];
};
