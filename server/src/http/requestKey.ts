import type { FastifyRequest } from "fastify";
import ipaddr from "ipaddr.js";

/**
 * Whose requests are counted together: those of one address, for IPv6 of one network of 64 bits, which is what one line has.
 *
 * What a request says of itself (cookie, key) is not believed: anybody could say something else each time and never be
 * counted. A key has a limit of its own beside this one.
 */
export const requestKey = ({ ip }: Pick<FastifyRequest, "ip">): string => {
  if (!ipaddr.isValid(ip)) return "unknown";
  const address = ipaddr.process(ip);
  return address.kind() === "ipv4" ? address.toString() : `${address.toByteArray().slice(0, 8).join(".")}/64`;
};
