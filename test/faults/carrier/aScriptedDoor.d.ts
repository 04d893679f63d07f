import type { Directive } from "@sluice/contracts";
import type { CarrierDoor } from "@sluice/records";
/** A case as a script tells it: what it wants, and what its carrier has told of it. */
export interface ScriptedCase {
    seq: number;
    alarmAt: string | null;
    readonly effects: Map<string, {
        readonly queue: string;
        status: "wanted" | "begun" | "done" | "failed";
        begins: number;
    }>;
    readonly rang: string[];
    readonly failed: {
        readonly key: string;
        readonly reason: string;
        readonly outcomeUnknown: boolean;
    }[];
    /** What happens to the case when its alarm rang; the alarm is cleared before. */
    onAlarm: (it: ScriptedCase) => void;
}
export interface ScriptedDoor extends CarrierDoor {
    readonly cases: Map<string, ScriptedCase>;
    aCase(id: string, wants?: {
        alarmAt?: string | null;
        effects?: readonly string[];
        queue?: string;
        onAlarm?: (it: ScriptedCase) => void;
    }): ScriptedCase;
    directive(id: string): Directive;
    currentEpoch: string;
}
/**
 * The door's side of the contract in memory, to look at the workflow alone: what it asks, in which order, and what it makes
 * of each answer. Nothing here proves anything about the real door; the tests with kills use that one.
 */
export declare const aScriptedDoor: (epoch: string) => ScriptedDoor;
