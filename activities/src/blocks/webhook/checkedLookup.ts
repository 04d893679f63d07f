import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { machineReason } from "@sluice/problems";
import { isPublicAddress } from "./isPublicAddress.ts";

/** Says that a name stands for an address that must not be called. */
export class PrivateAddress extends Error {
  constructor() {
    super(machineReason("privateAddress"));
    this.name = "PrivateAddress";
  }
}

/**
 * Resolves names for a connection and gives only addresses that may be called: what was checked is what is connected to, so a
 * name that answers differently the next moment gains nothing. One private address among many refuses the name.
 */
export const checkedLookup: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return answer(error, "", 0);
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address)))
      return answer(new PrivateAddress(), "", 0);
    const [first] = addresses;
    return options.all === true ? answer(null, addresses) : answer(null, first?.address ?? "", first?.family ?? 0);
  });
};

/** Checks a host that is written as an address, which no lookup ever sees. */
export const isPrivateLiteral = (host: string): boolean => {
  const bare = host.replace(/^\[|\]$/g, "");
  return isIP(bare) !== 0 && !isPublicAddress(bare);
};
