import { createHash } from "node:crypto";

/** The command id of one row of a run: the same row has always the same, so a run that is begun again writes nothing twice. */
export const rowCommandId = (runId: string, row: number | string): string => {
  const bytes = createHash("sha256").update(`${runId}:${row}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};
