import type { LocalText } from "@sluice/problems";
import type { FormField } from "../definition/form.ts";
import type { Json } from "./json.ts";

/** Why a piece of open work was closed without being done. */
export type CloseReason =
  | "done"
  | "left"
  | "decided"
  | "sentBack"
  | "withdrawn"
  | "superseded"
  | "cancelled"
  | "transferred";

/** A piece of work for people. `key` is unique in its case. */
export interface TaskDraft {
  readonly key: string;
  readonly node: string;
  readonly kind: "task" | "approval" | "copy" | "consult" | "revise";
  readonly name: LocalText;
  /** One assignee: theirs. Several: the first to claim it. */
  readonly people: readonly string[];
  readonly standsFor: { readonly [personId: string]: string };
  readonly form: readonly FormField[];
  readonly outcomes: readonly { readonly key: string; readonly name: LocalText }[];
  readonly dueAt: string | null;
  readonly round: number;
}

/** What the door writes in the transaction of the step. In order. */
export type Write =
  | { readonly write: "enterStage"; readonly stage: string; readonly key: string; readonly milestone: string | null }
  /** The stage that the record is in is another now, or called otherwise, without having been left. */
  | { readonly write: "restage"; readonly stage: string; readonly key: string }
  | { readonly write: "openTask"; readonly task: TaskDraft }
  | { readonly write: "assignTask"; readonly task: string; readonly people: readonly string[] }
  /** Open work is drawn otherwise now: what is left out stays as it was. */
  | {
      readonly write: "redrawTask";
      readonly task: string;
      readonly node: string;
      readonly name: LocalText;
      readonly form: readonly FormField[];
      readonly outcomes?: TaskDraft["outcomes"];
      readonly dueAt?: string | null;
    }
  | {
      readonly write: "closeTask";
      readonly task: string;
      readonly reason: CloseReason;
      readonly outcome: string | null;
    }
  | {
      readonly write: "decision";
      readonly task: string;
      readonly node: string;
      readonly verdict: string;
      readonly by: string;
      readonly onBehalfOf: string | null;
      readonly comment: string | null;
      /** What came with it: ids of files, and what it was signed with. */
      readonly attachments: readonly string[];
      readonly signature: string | null;
      readonly round: number;
    }
  | {
      readonly write: "openStay";
      /** The token, or the scope of a stage. */
      readonly token: string;
      readonly node: string;
      readonly dueAt: string | null;
      /** Who answers for the record there, for a stay in a stage. */
      readonly inStage?: { readonly owners: readonly string[] };
    }
  /** The work at a step is due then: its stay counts as late from there on. */
  | { readonly write: "dueStay"; readonly token: string; readonly dueAt: string | null }
  | { readonly write: "dueTask"; readonly task: string; readonly dueAt: string }
  /** The record is longer in its stage than it should be. */
  | { readonly write: "lateStay"; readonly token: string }
  | { readonly write: "closeStay"; readonly token: string }
  | { readonly write: "setField"; readonly path: string; readonly value: Json }
  | {
      readonly write: "createRecord";
      readonly key: string;
      readonly recordType: string;
      readonly fields: { readonly [path: string]: Json };
    }
  | { readonly write: "setOwner"; readonly personId: string }
  | {
      readonly write: "openChild";
      readonly key: string;
      readonly process: string;
      readonly version: number;
      readonly item: Json;
      readonly index: number;
      /** What it begins with besides, and which of its variables are wanted back. */
      readonly handOver?: { readonly [key: string]: Json };
      readonly wanted?: readonly string[];
    }
  | { readonly write: "cancelChild"; readonly key: string }
  /** Children stand still with their parent, and go on with it. */
  | { readonly write: "tellChildren"; readonly keys: readonly string[]; readonly act: "suspend" | "resume" }
  | { readonly write: "notify"; readonly people: readonly string[]; readonly subject: LocalText; readonly node: string }
  | { readonly write: "lockRecord"; readonly locked: boolean; readonly except: readonly string[] }
  | {
      readonly write: "raiseIncident";
      readonly incident: string;
      readonly node: string;
      readonly code: string;
      readonly values: { readonly [key: string]: Json };
    }
  /** What went wrong, and was answered at once as the drawing says: by the error wire, or by going on. */
  | {
      readonly write: "overcomeIncident";
      /** The token that went on; null for an effect that nobody waited for. */
      readonly token: string | null;
      readonly incident: string;
      readonly node: string;
      readonly code: string;
      readonly values: { readonly [key: string]: Json };
      readonly by: "follow" | "goOn";
    }
  | { readonly write: "clearIncident"; readonly incident: string }
  | {
      readonly write: "endCase";
      readonly outcome: string | null;
      /** What whoever opened it wanted back. */
      readonly brings?: { readonly [key: string]: Json };
    };

/** An outer effect that became wanted. `input` is what the block gets, frozen now. */
export interface EffectDraft {
  readonly key: string;
  readonly node: string;
  readonly block: string;
  readonly input: { readonly [name: string]: Json };
  readonly onUnknown: "repeat" | "ask";
  /** The effect that this one undoes, when it is a compensation. */
  readonly undoes: string | null;
}
