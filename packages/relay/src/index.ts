/**
 * The relay: what was committed goes on from here, whoever dies.
 *
 * `outboxTurn` hands directives to Temporal, `inboxTurn` delivers to cases what other cases left for them, `sweepTurn` sends
 * again what should have happened by itself, and everything wanted when Temporal has lost this install; `schedulesTurn` keeps
 * Temporal's schedules as the published versions want them. Two lanes, people's
 * before bulk. It runs in server and worker alike; rows are claimed by leases, so several do no harm.
 */
export { type InboxLane, inboxTurn } from "./inboxTurn.ts";
export { forgetTurn } from "./forgetTurn.ts";
export { type CurrentVersion, makeCurrent } from "./makeCurrent.ts";
export { RELAY_DEFAULTS, type RelaySettings, type TemporalPlace } from "./relaySettings.ts";
export type { RelayStatus } from "./relayStatus.ts";
export { type StuckCase, stuckCases } from "./stuckCases.ts";
export { type Relay, type StartRelay, startRelay } from "./startRelay.ts";
