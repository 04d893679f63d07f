import type { Wait } from "./state.ts";

/** The alarms of a stage's age limit. No move can be called so. */
export const AGE_LIMIT = "$age";

export const AGE_WARNING = "$ageWarning";

/** Whether an alarm is one of a stage's age limit. */
export const isOfAge = ({ token, slot }: Pick<Wait, "token" | "slot">): boolean =>
  token === null && (slot === AGE_LIMIT || slot === AGE_WARNING);

/** The deadline of a control point: it belongs to the case. Its id follows. */
export const CONTROL_DEADLINE = "$control:";

/** Whether this wait is the deadline of a control point: it belongs to the case, whatever stage it is in and whatever holds it. */
export const isDeadline = ({ token, slot }: Pick<Wait, "token" | "slot">): boolean =>
  token === null && slot.startsWith(CONTROL_DEADLINE);

/** The wait that asks conditions anew once a gate has let go of the record. */
export const RELEASED = "$released";
