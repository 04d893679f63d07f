import type { Happening } from "../../kernel/event.ts";
import type { Json } from "../../kernel/json.ts";
import { nodeIn } from "../../kernel/plan.ts";
import {
  ENTERED,
  type CaseState,
  type Incident,
  type Scope,
  type Token,
  type TrailEntry,
  type Wait,
} from "../../kernel/state.ts";
import { goesOn, type Translation } from "./translation.ts";

/** A state in the words of the new version, and what is still to be done so that it fits there. */
export interface Translated {
  readonly state: CaseState;
  /** Ids of steps, stages, splits and wires of the old version that the case stands on and that have become nothing. */
  readonly unmapped: readonly string[];
  /** Tokens whose step is another now, and that enter it anew. */
  readonly anew: ReadonlySet<string>;
}

class Translator {
  private readonly by: Translation;
  private readonly state: CaseState;
  readonly unmapped = new Set<string>();
  readonly anew = new Set<string>();

  constructor(by: Translation, state: CaseState) {
    this.by = by;
    this.state = state;
  }

  private needed(old: string, found: string | null): string {
    if (found === null) this.unmapped.add(old);
    return found ?? old;
  }

  stage(): string | null {
    const { stage } = this.state;
    if (stage === null) return null;
    const found = this.by.node(stage);
    const isStage = found !== null && nodeIn(this.by.to, found).kind === "stage";
    return this.needed(stage, isStage ? found : null);
  }

  /** Joins count arrivals by wire, so where a token rests at one its wire must be told; elsewhere it is only remembered. */
  private via({ via }: Pick<Token, "via">, isCounted: boolean): string | null {
    if (via === null) return null;
    const found = this.by.wire(via);
    return isCounted ? this.needed(via, found) : found;
  }

  token = (token: Token): Token => {
    const node = this.needed(token.node, this.by.node(token.node));
    const isThere = this.by.to.nodes.has(node) && !this.unmapped.has(token.node);
    if (isThere && !goesOn(this.by, token.node, node)) this.anew.add(token.id);
    const isCounted = isThere && nodeIn(this.by.to, node).kind === "join";
    const returnTo = token.returnTo === null ? null : this.needed(token.returnTo, this.by.node(token.returnTo));
    return { ...token, node, via: this.via(token, isCounted), returnTo };
  };

  scope = (scope: Scope): Scope => {
    const { node } = scope;
    const fired = scope.fired.flatMap((join) => this.by.node(join) ?? []);
    if (node === null) return scope;
    if (scope.kind === "move") return { ...scope, fired, node: this.by.move(node) ?? node };
    const found = this.by.node(node);
    const fits = found !== null && nodeIn(this.by.to, found).kind === nodeIn(this.by.from, node).kind;
    return { ...scope, fired, node: this.needed(node, fits ? found : null) };
  };

  wait = (wait: Wait): Wait => {
    const token = this.state.tokens.find(({ id }) => id === wait.token);
    const node = this.by.node(token?.node ?? wait.node) ?? wait.node;
    if (token !== undefined || !this.by.from.moves.has(wait.slot)) return { ...wait, node };
    return { ...wait, node, slot: this.by.move(wait.slot) ?? `$gone:${wait.slot}` };
  };

  private happening(happening: Json): Json {
    const { of } = happening as unknown as Happening & { readonly of?: { readonly node: string } };
    if (of === undefined) return happening;
    return { ...(happening as object), of: { ...of, node: this.by.node(of.node) ?? of.node } } as Json;
  }

  incident = (incident: Incident): Incident => ({
    ...incident,
    node: this.by.node(incident.node) ?? this.by.to.start.id,
    happening: this.happening(incident.happening),
  });

  entry = (entry: TrailEntry): TrailEntry => {
    const node = this.by.node(entry.node) ?? entry.node;
    const isMove = entry.result !== null && entry.result !== ENTERED && this.by.from.moves.has(entry.result);
    const result = isMove ? (this.by.move(entry.result as string) ?? entry.result) : entry.result;
    return node === entry.node && result === entry.result ? entry : { ...entry, node, result };
  };

  /** Whether an undoing is still known: a step that has become nothing, and was not given up, must be told. */
  compensable = (done: CaseState["compensable"][number]): readonly CaseState["compensable"][number][] => {
    const node = this.by.node(done.node);
    const isAction = node !== null && nodeIn(this.by.to, node).kind === "action";
    if (isAction) return [{ ...done, node }];
    if (!this.by.isGivenUp(done.node)) this.unmapped.add(done.node);
    return [];
  };

  firstStep(): Pick<CaseState, "firstStep"> {
    const { firstStep } = this.state;
    if (firstStep === undefined) return {};
    if (firstStep === null) return { firstStep };
    const node = this.needed(firstStep.node, this.by.node(firstStep.node));
    return { firstStep: { ...firstStep, node, via: this.via(firstStep, false) } };
  }
}

/** Tells a state in the words of the new version: nothing of it is changed but the names of steps, wires and moves. */
export const translateState = (by: Translation, state: CaseState): Translated => {
  const translator = new Translator(by, state);
  const visits = Object.entries(state.visits).flatMap(([wire, count]) => {
    const now = by.wire(wire);
    return now === null ? [] : [[now, count] as const];
  });
  const translated: CaseState = {
    ...state,
    stage: translator.stage(),
    tokens: state.tokens.map(translator.token),
    scopes: state.scopes.map(translator.scope),
    waits: state.waits.map(translator.wait),
    visits: Object.fromEntries(visits),
    incidents: state.incidents.map(translator.incident),
    trail: state.trail.map(translator.entry),
    compensable: state.compensable.flatMap(translator.compensable),
    ...translator.firstStep(),
  };
  return { state: translated, unmapped: [...translator.unmapped], anew: translator.anew };
};
