/** Where Temporal is, as the configuration says. */
export interface TemporalPlace {
  readonly address: string;
  readonly namespace: string;
  readonly tls: boolean;
  readonly apiKey: string | null;
}

/** How the relay paces itself. Everything but the sweep has a default that suits an install. */
export interface RelaySettings {
  readonly sweepEveryMs: number;
  /** An alarm or an effect is stuck when it is late by this; one begun and not ended by three times this. */
  readonly sweepOverdueMs: number;
  /** Lanes look for work this often even when nobody wakes them. */
  readonly pollEveryMs: number;
  /** Cases of the bulk lane that are sent in a second. */
  readonly bulkPerSecond: number;
  /** Directives that sweep and re-arming send in a second. */
  readonly sweepPerSecond: number;
  /** What other systems sent is known again for so long: their repeats are no news till then. */
  readonly heardForDays: number;
  readonly forgetEveryMs: number;
  /** A connection that may LISTEN, or null behind a pooler: then the poll is all there is. */
  readonly listenUrl: string | null;
}

export const RELAY_DEFAULTS: RelaySettings = {
  sweepEveryMs: 30_000,
  sweepOverdueMs: 60_000,
  pollEveryMs: 1_000,
  bulkPerSecond: 50,
  sweepPerSecond: 100,
  heardForDays: 30,
  forgetEveryMs: 3_600_000,
  listenUrl: null,
};
