import { assertAllowed, problem } from "@sluice/problems";
import { isError } from "@sluice/process";
import type { ShownFinding } from "./processShapes.ts";

/**
 * How many errors stand against publishing. Where it is nothing but stories, each of them is refused by its name.
 *
 * @problem STORY_FAILS - a story goes otherwise than it is told
 */
export const errorsIn = (findings: readonly ShownFinding[]): number => {
  const errors = findings.filter(isError);
  const failed = errors.filter(({ code }) => code === "STORY_FAILS");
  if (failed.length === errors.length)
    assertAllowed(
      failed.map(({ message, path = "" }) => problem("STORY_FAILS", { place: path }, { sentence: message })),
    );
  return errors.length;
};
