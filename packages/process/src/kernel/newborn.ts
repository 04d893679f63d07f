import { STATE_FORMAT, type CaseState } from "./state.ts";

/** A case before its first event: `advance` takes it from here with a `start` event. */
export const newborn = (openedAt: string, initiatorId: string | null): CaseState => ({
  format: STATE_FORMAT,
  seq: 0,
  status: "running",
  outcome: null,
  initiatorId,
  stage: null,
  tokens: [],
  scopes: [{ id: "case", parent: null, kind: "case", node: null, fired: [] }],
  waits: [],
  variables: {},
  visits: {},
  incidents: [],
  messages: [],
  trail: [],
  compensable: [],
  suspendedAt: null,
  openedAt,
});
