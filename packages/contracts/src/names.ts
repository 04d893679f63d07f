/** The signal by which a directive reaches its carrier. */
export const DIRECTIVE_SIGNAL = "directive";

/** Task queues of this install: people's cases before bulk work. */
export const queueName = (epoch: string, lane: "people" | "bulk"): string => `${epoch}-${lane}`;

/** What Temporal calls the deployment of this install's workers: several installs may share a name, and a namespace. */
export const deploymentName = (name: string, epoch: string): string => `${name}-${epoch}`;

/** A carrier's workflow id. Begins with the install's epoch, so a restored database never meets an older run. */
export const carrierId = (epoch: string, caseId: string): string => `${epoch}:case:${caseId}`;

/** The workflow id that marks a Temporal server as knowing this install. */
export const markerId = (epoch: string): string => `${epoch}:marker`;

/** The key under which the outside world is asked to do an effect at most once. */
export const idempotencyKey = (caseId: string, effectKey: string): string => `${caseId}:${effectKey}`;

/** The workflow type of the marker. No process key can be it: those begin with a letter. */
export const MARKER_WORKFLOW = "_marker";

/** The header under which a trace travels through a carrier to its activities (W3C `traceparent`). */
export const TRACE_HEADER = "traceparent";

/** The id of a process's schedule; a firing's workflow id is this and its instant. */
export const scheduleId = (epoch: string, processKey: string): string => `${epoch}:schedule:${processKey}`;

/** The workflow type of a firing. */
export const SCHEDULE_WORKFLOW = "_schedule";
