import ipaddr from "ipaddr.js";

const bytesOf = (high = 0, low = 0): number[] => [high >> 8, high & 0xff, low >> 8, low & 0xff];

/** Forms of IPv6 that carry an IPv4 address, which then decides. */
const embedded = (address: ipaddr.IPv6): ipaddr.IPv4 | null => {
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  const { parts } = address;
  if (parts.slice(0, 6).every((part) => part === 0) && parts[6] !== 0)
    return new ipaddr.IPv4(bytesOf(parts[6], parts[7]));
  const [high, low] =
    address.range() === "6to4" ? [parts[1], parts[2]] : address.range() === "rfc6052" ? [parts[6], parts[7]] : [];
  if (high === undefined || low === undefined) return null;
  return new ipaddr.IPv4(bytesOf(high, low));
};

/**
 * Tells whether an address belongs to the public internet. What is not known to is private: loopback, link-local (also cloud
 * metadata), private and shared networks, multicast, documentation and reserved ranges, and IPv6 forms that hide one of them.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return address.range() === "unicast";
  const inner = embedded(address);
  return inner === null ? address.range() === "unicast" : inner.range() === "unicast";
};
