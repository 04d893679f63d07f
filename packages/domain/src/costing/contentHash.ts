import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { costedText, type CostedContent } from "./costedContent.ts";

/** The fingerprint of what a cost sheet costed: SHA-256 of its canonical string, in hex. Pure. */
export const contentHash = (content: CostedContent): string => bytesToHex(sha256(utf8ToBytes(costedText(content))));
