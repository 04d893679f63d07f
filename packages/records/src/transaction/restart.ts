import type { House } from "../house.ts";
import type { LockWish } from "./lockWish.ts";

/**
 * Ends the transaction and starts the same command again, better prepared: no outcome, and no refusal.
 *
 * `locks` are taken in their order at the start of the next attempt; `prepare` does what may not be awaited inside.
 */
export class Restart extends Error {
  override readonly name = "Restart";
  readonly locks: readonly LockWish[];
  readonly prepare: (house: House) => Promise<void>;

  constructor(
    why: string,
    locks: readonly LockWish[],
    prepare: (house: House) => Promise<void> = async () => undefined,
  ) {
    super(why);
    this.locks = locks;
    this.prepare = prepare;
  }
}
