import type { Finding } from "../canvas/problems/finding.ts";

/** Whether a finding says how a story went, and not what a check found. */
export const isOfStories = ({ code }: Pick<Finding, "code">): boolean => code === "STORY_FAILS";
