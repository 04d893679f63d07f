/** An outer effect that the carrier is to run. Carries no input and no personal data: the activity asks the door for it. */
export interface WantedEffect {
  /** Unique within the case; with the case id it is the effect's `Idempotency-Key`. */
  readonly key: string;
  /** The block: `mail`, `pdf`, `webhook` … Shown as the activity's summary. */
  readonly kind: string;
  readonly queue: string;
  readonly profile: EffectProfile;
}

/** How long one attempt of an effect may take. */
export type EffectProfile = "quick" | "slow";

/**
 * What a case wants of its carrier, whole: every effect wanted and not done, the earliest alarm, and whether it has ended.
 * A later directive (by `seq`) replaces an earlier one, so loss, order and repetition do not matter.
 */
export interface Directive {
  readonly seq: number;
  /** ISO instant, or null when nothing waits for time. */
  readonly alarmAt: string | null;
  readonly effects: readonly WantedEffect[];
  readonly ended: boolean;
  /** What operators read in the Temporal UI: the stage's name. No personal data. */
  readonly stage: string;
}
