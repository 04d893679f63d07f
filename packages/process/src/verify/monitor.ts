import type { Control } from "../definition/control.ts";
import { isAct, isPoint, type Seen } from "./seen.ts";

/** Where a control point stands on one path. */
export interface Watch {
  /** What must be remembered of the path so far, as text. */
  readonly marks: string;
  readonly isBroken: boolean;
  /** Whether something must still follow. */
  readonly isOwed: boolean;
}

/** Follows one control point along a path. `holds` tells whether its condition can hold as the record now stands. */
export interface Monitor {
  readonly first: Watch;
  readonly next: (marks: string, seen: Seen, holds: () => boolean) => Watch;
}

const fine = (marks: string): Watch => ({ marks, isBroken: false, isOwed: false });
const broken: Watch = { marks: "broken", isBroken: true, isOwed: false };
const owed: Watch = { marks: "owed", isBroken: false, isOwed: true };

const people = (marks: string): readonly string[] => (marks === "" ? [] : marks.split("\n"));

/** The monitor of a control point, for a case that `initiator` began. A path on which it is once broken stays so. */
export const monitorOf = (control: Control, initiator: string | null): Monitor => {
  switch (control.must) {
    case "neverBefore":
      return {
        first: fine(""),
        next: (marks, seen) => {
          if (marks === "there" || control.before.some((point) => isPoint(point, seen))) return fine("there");
          return isPoint(control.point, seen) ? broken : fine(marks);
        },
      };
    case "atMostOnce":
      return {
        first: fine(""),
        next: (marks, seen) => {
          if (!isPoint(control.point, seen)) return fine(marks);
          return marks === "" ? fine("once") : broken;
        },
      };
    case "followedBy":
      return {
        first: fine(""),
        next: (marks, seen) => {
          if (control.by.some((point) => isPoint(point, seen))) return fine("");
          return marks === "owed" || isPoint(control.point, seen) ? owed : fine(marks);
        },
      };
    case "notSamePerson":
      return {
        first: fine(control.point.at === "initiator" && initiator !== null ? `a ${initiator}` : ""),
        next: (marks, seen) => {
          const [one, other] = [isAct(control.point, seen), isPoint(control.other, seen)];
          const before = new Set(people(marks));
          const mine = one ? seen.by.map((who) => `a ${who}`) : [];
          const theirs = other ? seen.by.map((who) => `b ${who}`) : [];
          const after = new Set([...before, ...mine, ...theirs]);
          const isSame = [...after].some((it) => it.startsWith("a ") && after.has(`b ${it.slice(2)}`));
          return isSame ? broken : fine([...after].toSorted().join("\n"));
        },
      };
    case "passes":
      return {
        first: fine(""),
        next: (marks, seen, holds) => {
          if (marks === "through" || isPoint(control.through, seen)) return fine("through");
          return isPoint(control.before, seen) && holds() ? broken : fine(marks);
        },
      };
  }
};
