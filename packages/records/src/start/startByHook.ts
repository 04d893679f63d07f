import { problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { House } from "../house.ts";
import type { NamedRecord } from "./namedRecord.ts";
import { listenersTo } from "./published.ts";
import { startFor } from "./startFor.ts";
import { takeOnce } from "./takeOnce.ts";

/** A call that begins a process, as its sender names it. */
export interface HookCall {
  /** The sender's own id: the same call, however often it is sent. */
  readonly id: string;
  readonly hook: string;
  readonly record: NamedRecord | null;
  readonly payload: Json;
}

/**
 * Begins one case of the published process whose start is this webhook, for the record that is named, once per id.
 *
 * Should two processes have been published with one hook at the same moment, the first by its key begins.
 *
 * @problem HOOK_UNKNOWN - nothing begins with it
 * @problem START_NEEDS_RECORD, NOT_FOUND, INPUT_INVALID - as `startFor`
 */
export const startByHook = (house: House, it: HookCall): Promise<"new" | "known"> =>
  takeOnce(house, { source: "webhook", id: it.id, input: it }, async (tx) => {
    const { hook, record, payload } = it;
    const [process] = await listenersTo(tx, { on: "webhook", hook });
    if (process === undefined) throw new Refusal([problem("HOOK_UNKNOWN", { hook })]);
    await startFor(tx, { processes: [process], record, payload });
  });
