import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { compile } from "../kernel/compile.ts";
import type { Plan } from "../kernel/plan.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import { abstractionOf } from "./abstraction.ts";
import { Ground } from "./ground.ts";
import { PROOF_LIMITS } from "./limits.ts";
import type { Vouched } from "./seen.ts";

/** What a process is proved against, and how much may be looked at for one question. */
export interface ProofSettings {
  readonly schemas: RecordSchemas;
  /** The milestones that a rule of the domain vouches for, by rule. */
  readonly vouched?: Vouched;
  readonly limits?: { readonly states: number; readonly ways: number };
  /** A last guard, for a machine that has no time left: what it stops is not proved, and told as stopped. */
  readonly isStopped?: () => boolean;
}

/** Whether it can matter to the way of a case that somebody who is asked began it. */
const asksInitiators = ({ definition }: Plan): boolean =>
  definition.nodes.some((node) => node.kind === "approval" && (node.onSelf !== "allow" || node.noSelfEver));

/** The ground of a process, made once for each kind of question and shared by all questions of that kind. */
export class Grounds {
  readonly plan: Plan;
  readonly limits: { readonly states: number; readonly ways: number };
  readonly isStopped: () => boolean;
  private readonly settings: ProofSettings;
  private flow: Ground | null = null;
  private readonly data: Ground[] = [];

  constructor(definition: ProcessDefinition, settings: ProofSettings) {
    this.plan = compile(definition, settings.schemas);
    this.settings = settings;
    this.limits = settings.limits ?? PROOF_LIMITS;
    this.isStopped = settings.isStopped ?? (() => false);
  }

  /** For questions of what happens and who does it: one, so that each way is worked out once for all of them. */
  get ofFlow(): Ground {
    this.flow ??= this.make(this.asksWho, false);
    return this.flow;
  }

  /** For a question of what the record holds: its own, because its condition tells data apart that others do not. */
  ofData(): Ground {
    const ground = this.make(false, true);
    this.data.push(ground);
    return ground;
  }

  /** What may be looked at on a ground: all questions of what the record holds have as much together as all others have. */
  limitsOn(ground: Ground): { readonly states: number; readonly ways: number } {
    const { states, ways } = this.limits;
    const others = this.data.filter((it) => it !== ground);
    return ground === this.flow
      ? this.limits
      : { states, ways: ways - others.reduce((sum, { work }) => sum + work, 0) };
  }

  private get asksWho(): boolean {
    return (this.plan.definition.controls ?? []).some(({ must }) => must === "notSamePerson");
  }

  private make(canHandOver: boolean, dataMatters: boolean): Ground {
    return new Ground(abstractionOf(this.plan, this.settings.schemas), {
      canHandOver,
      dataMatters,
      initiatorMatters: canHandOver || asksInitiators(this.plan),
      vouched: this.settings.vouched ?? {},
    });
  }
}
