import type { RecordTypes } from "../registry/recordTypes.ts";
import type { RecordRef } from "../registry/storedRecord.ts";
import type { LockWish } from "./lockWish.ts";
import { Restart } from "./restart.ts";

/** How a row is to be read so that the lock order holds. */
export type LockStep = "held" | "wait" | "tryOnly";

const keyOf = (ref: RecordRef): string => `${ref.type}:${ref.id}`;

/**
 * Keeps the order in which one transaction locks records: by rank of their type, then by id. So two never wait for each other.
 *
 * What ranks below a held lock is only tried, never waited for; when someone has it, the transaction starts again and takes
 * everything it knows of in order (`outOfOrder`).
 */
export class Locks {
  readonly #held = new Map<string, LockWish>();
  readonly #types: RecordTypes;
  #highest: RecordRef | null = null;

  constructor(types: RecordTypes) {
    this.#types = types;
  }

  #rankOf(ref: RecordRef): number {
    return this.#types.get(ref.type).rank;
  }

  /** Negative when `one` is locked before `other`. */
  compare(one: RecordRef, other: RecordRef): number {
    return this.#rankOf(one) - this.#rankOf(other) || (one.id < other.id ? -1 : Number(one.id > other.id));
  }

  /** Says how to read a row; the caller then tells `taken` or throws `outOfOrder`. */
  stepFor({ ref, mode }: LockWish): LockStep {
    const held = this.#held.get(keyOf(ref));
    if (held !== undefined) return held.mode === "write" || mode === "share" ? "held" : "tryOnly";
    return this.#highest === null || this.compare(ref, this.#highest) > 0 ? "wait" : "tryOnly";
  }

  taken(wish: LockWish): void {
    this.#held.set(keyOf(wish.ref), wish);
    if (this.#highest === null || this.compare(wish.ref, this.#highest) > 0) this.#highest = wish.ref;
  }

  /** A record made in this transaction: nobody else can hold it, and it takes no place in the order. */
  made(ref: RecordRef): void {
    this.#held.set(keyOf(ref), { ref, mode: "write" });
  }

  outOfOrder(wish: LockWish): Restart {
    const wishes = new Map(this.#held).set(keyOf(wish.ref), wish);
    return new Restart(
      `${wish.ref.type} is locked out of order`,
      [...wishes.values()].toSorted((one, other) => this.compare(one.ref, other.ref)),
    );
  }
}
