import type { Base, Ground, Way } from "./ground.ts";
import type { Possible } from "./happenings.ts";
import { onePath } from "./independence.ts";
import type { PathStep } from "./pathStep.ts";

/** A base that was come to, with what is remembered of the path to it. */
export interface Place {
  readonly base: Base;
  readonly marks: string;
  readonly from: Place | null;
  readonly by: Way | null;
}

/** How an exploration is steered. */
export interface Course {
  /** The steps that a control point speaks of. */
  readonly isNamed: (id: string) => boolean;
  readonly first: string;
  /** The marks after a way; null ends the exploration there. */
  readonly marksAfter: (way: Way, before: Place) => string | null;
  /** Told of every way from a place to another. */
  readonly onWay?: (from: Place, to: Place) => void;
  /** How many places are kept, and how much work the ways between them may have come to. */
  readonly limits: { readonly states: number; readonly ways: number };
  /** Whether somebody asked to stop. */
  readonly isStopped?: () => boolean;
  /** Whether paths beside each other are followed in every order, whether it matters or not. */
  readonly inEveryOrder?: boolean;
}

/**
 * What came of an exploration. `broken` is the place at which the course was ended; `isReduced` says that orders were left out
 * which do not matter, so that there may be a shorter way to it; `wasStopped` that somebody asked to stop.
 */
export interface Explored {
  readonly places: readonly Place[];
  readonly isWhole: boolean;
  readonly isReduced: boolean;
  readonly wasStopped: boolean;
  readonly broken: Place | null;
}

/** The steps that led to a place, the first one first. */
export const pathTo = (place: Place): readonly PathStep[] => {
  const steps: PathStep[] = [];
  for (let at: Place | null = place; at?.by; at = at.from) {
    const { possible, taken } = at.by;
    steps.push({
      happening: possible.happening,
      actor: possible.actor,
      at: possible.node,
      saw: taken.saw,
      stage: taken.answer.state.stage,
      standsAt: taken.answer.state.tokens.map((token) => token.node),
    });
  }
  return steps.toReversed();
};

class Explorer {
  private readonly ground: Ground;
  private readonly course: Course;
  private readonly known = new Map<Base, Map<string, Place>>();
  private readonly order = new Map<Place, number>();
  readonly open: Place[] = [];
  /** How many places have been followed: a way to one that has may close a circle. */
  private followed = 0;
  isReduced = false;
  wasStopped = false;
  /** Whether a way was left out that would have been too much work; what others have worked out is still followed. */
  private isCutShort = false;

  constructor(ground: Ground, course: Course) {
    this.ground = ground;
    this.course = course;
  }

  run(resting: Base | undefined): { readonly isWhole: boolean; readonly broken: Place | null } {
    const begun = this.begin(resting);
    if (typeof begun === "object") return { isWhole: false, broken: begun };
    const { isNamed, inEveryOrder = false } = this.course;
    const pick = inEveryOrder ? () => null : onePath(this.ground.abstraction.plan, isNamed);
    while (this.followed < this.open.length) {
      if (this.isTooMuch()) return { isWhole: false, broken: null };
      const place = this.open[this.followed] as Place;
      this.followed += 1;
      const possible = this.ground.possibleAt(place.base);
      const reduced = pick(place.base.state, possible);
      const leadsOn = reduced === null ? false : this.follow(place, reduced);
      this.isReduced ||= leadsOn !== false;
      const broken = leadsOn === false ? this.follow(place, possible) : leadsOn;
      if (typeof broken === "object") return { isWhole: false, broken };
    }
    return { isWhole: !this.isCutShort, broken: null };
  }

  private begin(resting: Base | undefined): boolean | Place {
    const root = { marks: this.course.first, from: null, by: null };
    if (resting !== undefined) {
      this.keep({ ...root, base: resting });
      return true;
    }
    const { base, start } = this.ground.beginning();
    return this.follow({ ...root, base }, [start]);
  }

  private isTooMuch(): boolean {
    const { limits, isStopped } = this.course;
    this.wasStopped = isStopped?.() === true;
    return this.wasStopped || this.open.length > limits.states;
  }

  private keep(place: Place): Place {
    const here = this.known.get(place.base) ?? new Map<string, Place>();
    const known = here.get(place.marks);
    if (known) return known;
    this.known.set(place.base, here.set(place.marks, place));
    this.order.set(place, this.open.push(place));
    return place;
  }

  /** Follows what may happen; answers whether it led to a place that is still to be followed, or where the course broke. */
  private follow(before: Place, possible: readonly Possible[]): boolean | Place {
    let leadsOn = false;
    for (const one of possible) {
      const ways = this.ground.waysOf(before.base, one, this.course.limits.ways);
      this.isCutShort ||= ways === null;
      for (const way of ways ?? []) {
        const marks = this.course.marksAfter(way, before);
        const place: Place = { base: way.to, marks: marks ?? "", from: before, by: way };
        if (marks === null) return place;
        const kept = this.keep(place);
        leadsOn ||= (this.order.get(kept) ?? 0) > this.followed;
        this.course.onWay?.(before, kept);
      }
    }
    return leadsOn;
  }
}

/**
 * Visits every place that a case can come to, from its beginning or from where it rests, nearest first, with the kernel itself
 * as the rule of what comes next. Visits at most `limits`; what is past them is unknown, and `isWhole` says so.
 */
export const explore = (ground: Ground, course: Course, resting?: Base): Explored => {
  const explorer = new Explorer(ground, course);
  const ran = explorer.run(resting);
  const { open, isReduced, wasStopped } = explorer;
  return { ...ran, places: open, isReduced, wasStopped };
};
