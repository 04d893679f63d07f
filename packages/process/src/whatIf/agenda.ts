import type { Actor, Happening } from "../kernel/event.ts";

/** Something that is to happen in a replay, once its instant has come. */
export interface Due {
  readonly at: string;
  /** The recorded event that it is; null for what was drawn. */
  readonly seq: number | null;
  /** When it was recorded, where it was. */
  readonly recordedAt: string | null;
  readonly isDrawn: boolean;
  /** What happens, as things stand then; null when there is nothing left of it. */
  readonly make: () => readonly [Happening, Actor] | null;
  /** Whether it is tried again after the next step, when it was refused. */
  readonly isPersons: boolean;
}

const isBefore = (one: Due, other: Due): boolean =>
  one.at !== other.at ? one.at < other.at : (one.seq ?? Infinity) < (other.seq ?? Infinity);

/** What is still to happen, the earliest first; of what comes at one instant, in the order in which it was recorded. */
export class Agenda {
  private items: Due[] = [];

  add(due: Due): void {
    const place = this.items.findIndex((it) => isBefore(due, it));
    if (place === -1) this.items.push(due);
    else this.items.splice(place, 0, due);
  }

  get first(): Due | undefined {
    return this.items[0];
  }

  take(): void {
    this.items.shift();
  }
}
