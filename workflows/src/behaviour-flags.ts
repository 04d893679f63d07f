import { patched } from "@temporalio/workflow";

/** A change of the carrier that would break the replay of a run begun before it. */
export interface BehaviourFlag {
  /** Never used twice; a later change has a higher one. */
  readonly number: number;
  /** What runs begun before it did, what runs begun after it do, and why. */
  readonly why: string;
}

/**
 * Every change of the carrier's commands since the first release, by name. None yet: the first release is the baseline that
 * the recorded histories in `test/replay` hold on to.
 *
 * To add one: append it here, ask `behaves(behaviourFlags.name)` where the two ways part, and record a history of each.
 */
export const behaviourFlags = {} as const satisfies Readonly<Record<string, BehaviourFlag>>;

/**
 * Tells whether the run at hand behaves as of this flag: true for every run begun since, false when an older one replays.
 *
 * @public - stands ready for the first flag; until there is one, nothing asks
 */
export const behaves = (flag: BehaviourFlag): boolean => patched(`behaviour-${flag.number}`);
