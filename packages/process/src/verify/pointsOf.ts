import type { Control, Point } from "../definition/control.ts";

/** The moments that a control point speaks of. */
export const pointsOf = (control: Control): readonly Point[] => {
  switch (control.must) {
    case "neverBefore":
      return [control.point, ...control.before];
    case "followedBy":
      return [control.point, ...control.by];
    case "atMostOnce":
      return [control.point];
    case "notSamePerson":
      return [...(control.point.at === "initiator" ? [] : [control.point]), control.other];
    case "passes":
      return [control.through, control.before];
  }
};
