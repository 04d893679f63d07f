import type { Span } from "@sluice/process";
import { findNode } from "../../model/elements.ts";
import { setField } from "../../model/setField.ts";
import { fix, type Fixes } from "../fix.ts";
import { USUAL_TIME } from "../usualTime.ts";

/** Work without a time limit is due in the usual time. */
export const giveTime: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  return node?.kind === "task" || node?.kind === "approval"
    ? [fix("giveTime", setField(id, ["sla"], { due: USUAL_TIME, ladder: [] }), { steps: [node], span: USUAL_TIME })]
    : [];
};

/** Work that is due after its stage: due with it. */
export const dueWithStage: Fixes = (definition, { node: id = "", detail }) => {
  const node = findNode(definition, id);
  const span = detail?.span;
  if ((node?.kind !== "task" && node?.kind !== "approval") || node.sla === undefined || span === undefined) return [];
  return [fix("dueWithStage", setField(id, ["sla", "due"], span), { steps: [node], span })];
};

/** A time limit where nothing lasts. */
export const dropAgeLimit: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  return node?.kind === "stage" ? [fix("dropAgeLimit", setField(id, ["ageLimit"], undefined), { steps: [node] })] : [];
};

const SMALLER: Readonly<Record<Span["unit"], { readonly unit: Span["unit"]; readonly half: number } | null>> = {
  week: { unit: "day", half: 3 },
  day: { unit: "hour", half: 12 },
  hour: { unit: "minute", half: 30 },
  minute: { unit: "second", half: 30 },
  second: null,
};

/** About half a span: surely less, and of the same calendar. A working day is taken for eight hours, a working week for five days. */
const halfOf = ({ amount, unit, calendar }: Span): Span | null => {
  if (amount > 1) return { amount: Math.floor(amount / 2), unit, calendar };
  const smaller = SMALLER[unit];
  if (smaller === null) return null;
  const half = calendar === "elapsed" ? smaller.half : unit === "day" ? 4 : unit === "week" ? 2 : smaller.half;
  return { amount: half, unit: smaller.unit, calendar };
};

/** A warning that comes no earlier than the limit: it comes at half the time. */
export const warnEarlier: Fixes = (definition, { node: id = "" }) => {
  const node = findNode(definition, id);
  const limit = node?.kind === "stage" ? node.ageLimit : undefined;
  const span = limit && halfOf(limit.after);
  return node !== null && span
    ? [fix("warnAfter", setField(id, ["ageLimit", "warnAfter"], span), { steps: [node], span })]
    : [];
};
