import type { ProcessDefinition } from "@sluice/process";
import type { Finding } from "../problems/finding.ts";
import type { Fixes, PressableFix } from "./fix.ts";
import { fixTable } from "./fixTable.ts";

/** More than two to choose from is no quick fix. */
const MOST = 2;

const byCode: Readonly<Record<string, Fixes>> = fixTable;

/**
 * The fixes of a finding that may be pressed, the likeliest first and two at most; none where only a person can tell what is
 * right, or where what it was about is no longer there. Pure: a function of the definition and the finding.
 */
export const fixesOf = (definition: ProcessDefinition, finding: Finding): readonly PressableFix[] =>
  Object.hasOwn(byCode, finding.code)
    ? (byCode[finding.code]?.(definition, finding) ?? []).filter((found) => found !== null).slice(0, MOST)
    : [];
