import type { CaseAnswer } from "../api/shapes.ts";

/** Where a case stands now, since when: at its open steps, else in the stage it rests in; nowhere once it has ended. */
export const standsAt = ({
  case: it,
  definition,
  openTokens,
  stageStay,
  events,
}: CaseAnswer): ReadonlyMap<string, string> => {
  const open = new Map(openTokens.map(({ node, since }) => [node, since] as const));
  if (it.status === "ended" || open.size > 0) return open;
  const stage = definition.nodes.find((node) => node.kind === "stage" && node.key === it.stage?.key);
  const since = stageStay?.since ?? events.reduce((newest, { at }) => (at > newest ? at : newest), it.openedAt);
  return stage ? new Map([[stage.id, since]]) : open;
};
