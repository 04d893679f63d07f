import { type PlayedStory, wentWell } from "@sluice/process";

/** The moment at which a story first goes otherwise than it is told; null where it passed. */
export const failsAt = ({ moments }: Pick<PlayedStory, "moments">): number | null => {
  const at = moments.findIndex((moment) => !wentWell(moment));
  return at === -1 ? null : at;
};
