import type { Json } from "@sluice/process";
import type { Fields } from "../registry/storedRecord.ts";
import { canonicalJson } from "../transaction/canonicalJson.ts";

/** What changed between two states of a record: path → { from, to }. The machine's own stamps are not news. */
export const recordDiff = (
  before: Fields,
  after: Fields,
): Readonly<Record<string, { readonly from: Json; readonly to: Json }>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((path) => canonicalJson(before[path] ?? null) !== canonicalJson(after[path] ?? null))
      .map((path) => [path, { from: before[path] ?? null, to: after[path] ?? null }]),
  );
