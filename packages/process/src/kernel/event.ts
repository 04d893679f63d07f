import type { ProblemCode } from "@sluice/problems";
import type { MigrationMapping, TimerChoice } from "../version/migration/mapping.ts";
import type { Stood } from "../version/migration/stood.ts";
import type { Json } from "./json.ts";

/** Who did it: a person (perhaps for another), the process itself, or a reserved machine actor (`system:sla`). */
export type Actor =
  | { readonly kind: "person"; readonly personId: string; readonly onBehalfOf?: string }
  | { readonly kind: "system"; readonly name: "clock" | "carrier" | "inbox" | "sla" | "dedup" | "import" };

/** What a person does with a task or an approval. */
export type TaskAct =
  | { readonly do: "complete"; readonly outcome: string }
  | { readonly do: "claim" }
  | { readonly do: "release" }
  | { readonly do: "approve" }
  | { readonly do: "reject" }
  | { readonly do: "sendBack"; readonly to?: string }
  | { readonly do: "withdraw" }
  | { readonly do: "reclaim" }
  | { readonly do: "addSigner"; readonly personIds: readonly string[]; readonly place: "before" | "after" | "beside" }
  | { readonly do: "removeSigner"; readonly personId: string }
  | { readonly do: "transfer"; readonly to: string }
  | { readonly do: "delegate"; readonly to: string }
  | { readonly do: "urge" }
  | { readonly do: "consult"; readonly personIds: readonly string[] }
  | { readonly do: "comment" }
  | { readonly do: "copy"; readonly personIds: readonly string[] };

/** What an admin does to a case, or whoever a step names for it, always with a reason. */
export type Intervention =
  | { readonly do: "retry"; readonly incident: string }
  | { readonly do: "skip"; readonly incident: string }
  | { readonly do: "jump"; readonly to: string }
  | { readonly do: "suspend" }
  | { readonly do: "resume" }
  | { readonly do: "cancel" }
  | { readonly do: "compensate"; readonly incident: string }
  /** Gives open work to somebody else. */
  | { readonly do: "reassign"; readonly task: string; readonly to: string };

/** Which step an effect is of, told with its outcome: its path may have gone on without it. */
export interface EffectOrigin {
  readonly node: string;
  /** The effect that it undoes, or null. */
  readonly undoes: string | null;
  /** False when the case had given it up before its outcome was known. */
  readonly isWanted: boolean;
}

/** What no person does: it comes of time, of effects, and of other cases. */
type MachinesHappening =
  /** `rests`: it enters its first stage and no step yet. `wanted`: the variables that whoever opened it wants back. */
  | {
      readonly type: "start";
      readonly variables: { readonly [key: string]: Json };
      readonly rests?: boolean;
      readonly wanted?: readonly string[];
    }
  /** A case that was born at rest takes the step it rests before. */
  | { readonly type: "firstStep" }
  | { readonly type: "alarmRang"; readonly dueAt: string }
  | {
      readonly type: "effectDone";
      readonly effect: string;
      readonly output: { readonly [name: string]: Json };
      readonly of?: EffectOrigin;
    }
  | {
      readonly type: "effectFailed";
      readonly effect: string;
      readonly reason: string;
      readonly unknown: boolean;
      readonly of?: EffectOrigin;
    }
  | {
      readonly type: "message";
      readonly id: string;
      readonly message: string;
      readonly key: string | null;
      readonly payload: Json;
    }
  | {
      readonly type: "childEnded";
      readonly childKey: string;
      readonly outcome: string | null;
      /** The variables of the child that were wanted back and are set. */
      readonly brings?: { readonly [key: string]: Json };
    };

/** A published version, and what it holds. */
export interface VersionName {
  readonly version: number;
  readonly hash: string;
}

/** What happened, without its time and actor. */
export type Happening =
  | MachinesHappening
  | {
      readonly type: "move";
      readonly move: string;
      readonly reason: string | null;
      readonly form: { readonly [path: string]: Json };
    }
  | {
      readonly type: "task";
      readonly task: string;
      readonly act: TaskAct;
      readonly comment: string | null;
      /** Ids of files handed in with it. */
      readonly attachments: readonly string[];
      /** What it was signed with: the id of a file, or the name written out. */
      readonly signature: string | null;
      readonly form: { readonly [path: string]: Json };
    }
  /** `byItself`: the case's own step changed them, in the transaction that is still open. */
  | { readonly type: "factsChanged"; readonly byItself?: boolean }
  /** A rule of the firm, outside of the drawing, forbids what the machine would have done next. */
  | {
      readonly type: "forbidden";
      readonly happening: MachinesHappening;
      readonly code: ProblemCode;
      readonly values: { readonly [key: string]: Json };
      /** What the step would do instead is forbidden as well. */
      readonly standing?: true;
    }
  /** An admin takes the case over to another version; which of its steps are which is told, so that it can be done again. */
  | {
      readonly type: "migrate";
      readonly from: VersionName;
      readonly to: VersionName;
      readonly mapping: MigrationMapping;
      readonly timers: TimerChoice;
      readonly reason: string;
      /** Where it stood before, when it is taken back there. */
      readonly back?: Stood;
    }
  /** `named`: by somebody whom the step names for it, not by an admin. `withParent`: because its parent was suspended or resumed. */
  | {
      readonly type: "intervene";
      readonly act: Intervention;
      readonly reason: string;
      readonly named?: true;
      readonly withParent?: true;
    };

/** What a person asks with a task or an approval. */
export type TaskEvent = Happening & { readonly type: "task" };

/** An accepted or attempted event: what happened, when (the door's stamp, ISO with milliseconds, UTC) and by whom. */
export type CaseEvent = Happening & { readonly at: string; readonly actor: Actor };
