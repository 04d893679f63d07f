import type { ASTNode } from "@marcbachmann/cel-js";
import { expressionPlaces } from "../check/data/expressionPlaces.ts";
import { graphOf } from "../check/graph.ts";
import type { BlockCall } from "../definition/blockCall.ts";
import type { Node } from "../definition/node.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { chainsOf } from "../expression/chains.ts";
import { parseExpression, textOf, type Expression } from "../expression/expression.ts";
import { NOTHING_FORESEEN } from "../kernel/foreseen.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import { abstractCondition } from "./abstractCondition.ts";
import { askedNothing, fieldSamples, type Asked } from "./fieldSamples.ts";

/** A plan whose every question about data has finitely many answers, each standing for all that behave alike. */
export interface Abstraction {
  readonly plan: Plan;
  /** The answers that a path may have. */
  readonly valuesOf: (path: string) => readonly Json[];
  /** Whether a value stays as it is while the record is locked; everything else may differ each time it is looked at. */
  readonly isOwn: (path: string) => boolean;
  /** Whether a process writes to this field what nobody can know beforehand. */
  readonly isWrittenUnknown: (path: string) => boolean;
  /** Whether a condition or table reads this variable as the drawing sets it. */
  readonly isRead: (variable: string) => boolean;
  /** A condition of a control point, abstracted like those of the process. */
  readonly condition: (text: string) => Expression;
  /** The part of a condition that a made-up field stands for; null for a field of the record. */
  readonly partOf: (path: string) => string | null;
}

/** What an expression is taken to answer when it is no condition and cannot be worked out on samples. */
const UNKNOWN = "?";

/** The blocks that a node runs in the step's own transaction. */
const callsIn = (node: Node): readonly BlockCall[] => {
  if (node.kind === "action") return [node];
  return node.kind === "stage" ? [...node.entryActions, ...node.exitActions] : [];
};

/** Variables that only decision tables set: their values are literals of the drawing. */
const ofTables = (definitions: readonly ProcessDefinition[]): ReadonlySet<string> => {
  const set = new Set<string>();
  const others = new Set<string>();
  for (const node of definitions.flatMap(({ nodes }) => nodes)) {
    if (node.kind === "branch") for (const output of node.table?.outputs ?? []) set.add(output.variable);
    for (const { outputs } of callsIn(node)) for (const variable of Object.keys(outputs)) others.add(variable);
    if (node.kind === "message") others.add(node.message);
    if (node.kind === "subprocess")
      for (const variable of [node.outcomesTo ?? [], Object.keys(node.bringBack)].flat()) others.add(variable);
    if (node.kind === "stage")
      for (const { trigger } of node.moves) if (trigger.by === "message") others.add(trigger.message);
  }
  return new Set([...set].filter((variable) => !others.has(variable)));
};

/** The fields whose change brings back what was agreed: they matter where agreement is looked back for. */
const watchedIn = ({ nodes }: ProcessDefinition): readonly string[] => {
  const approvals = nodes.filter((node) => node.kind === "approval");
  return approvals.some(({ dedup }) => dedup !== "none") ? approvals.flatMap(({ watchedFields }) => watchedFields) : [];
};

const tolerant = (expression: Expression): Expression => ({
  ...expression,
  run: (context) => {
    try {
      return expression.run(context);
    } catch {
      return UNKNOWN;
    }
  },
});

class Abstractor {
  private readonly asked = new Map<string, Asked>();
  private readonly unknowns = new Map<string, { readonly path: string; readonly isOwn: boolean }>();
  private readonly sampled = new Map<string, readonly Json[]>();
  private readonly domains = new Map<string, readonly Json[]>();
  readonly known: ReadonlySet<string>;
  private readonly recordType: string;
  private readonly schemas: RecordSchemas;
  private readonly samples: ReturnType<typeof fieldSamples>;

  constructor(definitions: readonly ProcessDefinition[], schemas: RecordSchemas) {
    this.recordType = definitions[0]?.recordType ?? "";
    this.schemas = schemas;
    this.known = ofTables(definitions);
    this.samples = fieldSamples(schemas, this.recordType);
    for (const path of definitions.flatMap(watchedIn)) this.askedOf(path).isWatched = true;
  }

  private askedOf(path: string): Asked {
    this.sampled.delete(path);
    const asked = this.asked.get(path) ?? askedNothing();
    this.asked.set(path, asked);
    return asked;
  }

  private ask(path: string, test: string | null): void {
    if (test === null) this.askedOf(path).mayBeMissing = true;
    else this.askedOf(path).tests.add(test);
  }

  /** A made-up field for what nobody knows: the same part of an expression is the same field. */
  private unknown(part: ASTNode, values: readonly Json[] = [true, false]): string {
    const text = textOf(part);
    const own = chainsOf(part).every(({ root, members }) => root === "record" && this.isOwn(members.join(".")));
    const found = this.unknowns.get(text) ?? { path: `unknown${this.unknowns.size}`, isOwn: own };
    this.unknowns.set(text, found);
    this.domains.set(found.path, values);
    return found.path;
  }

  condition(text: string): Expression {
    const { text: rewritten, compared } = abstractCondition(parseExpression(text).ast, {
      unknown: (part) => this.unknown(part),
      known: this.known,
    });
    for (const { path, test } of compared) this.ask(path, test);
    return { ...parseExpression(rewritten), text };
  }

  /** A column of a decision table: what its cells tell apart. */
  private column(text: string, cells: readonly string[]): Expression {
    const { ast } = parseExpression(text);
    const [chain, ...others] = chainsOf(ast);
    if (others.length === 0 && chain?.root === "record" && textOf(ast) === ["record", ...chain.members].join(".")) {
      for (const cell of cells) this.ask(chain.members.join("."), cell);
      return parseExpression(text);
    }
    const path = this.unknown(ast, this.samples("", { ...askedNothing(), tests: new Set(cells) }));
    return { ...parseExpression(`record.${path}`), text };
  }

  private list(text: string): Expression {
    const path = this.unknown(parseExpression(text).ast, [[], ["item"]]);
    return { ...parseExpression(`record.${path}`), text };
  }

  expressionsOf({ definition, expressions }: Plan): ReadonlyMap<string, Expression> {
    const conditions = new Set(
      expressionPlaces(graphOf(definition)).flatMap((place) => (place.isCondition ? [place.text] : [])),
    );
    const columns = new Map<string, string[]>();
    const lists = new Set<string>();
    for (const node of definition.nodes) {
      const tables = [
        ...(node.kind === "branch" && node.table ? [node.table] : []),
        ...("who" in node ? node.who.flatMap((rule) => (rule.by === "table" ? [rule.table] : [])) : []),
      ];
      for (const table of tables)
        for (const [index, { expression }] of table.inputs.entries())
          columns.set(expression, [
            ...(columns.get(expression) ?? []),
            ...table.rules.map((rule) => rule.tests[index] ?? "-"),
          ]);
      if (node.kind === "subprocess" && node.each) lists.add(node.each);
    }
    return new Map(
      [...expressions].map(([text, expression]) => {
        if (conditions.has(text)) return [text, this.condition(text)];
        const cells = columns.get(text);
        if (cells) return [text, this.column(text, cells)];
        return [text, lists.has(text) ? this.list(text) : tolerant(expression)];
      }),
    );
  }

  valuesOf(path: string): readonly Json[] {
    const known = this.domains.get(path) ?? this.sampled.get(path);
    if (known) return known;
    const values = this.samples(path, this.asked.get(path) ?? askedNothing());
    this.sampled.set(path, values);
    return values;
  }

  partOf(path: string): string | null {
    return [...this.unknowns].find(([, it]) => it.path === path)?.[0] ?? null;
  }

  /** Whether it lies in the record itself: what is worked out from other records changes with them, locked or not. */
  isOwn(path: string): boolean {
    const unknown = [...this.unknowns.values()].find((it) => it.path === path);
    if (unknown) return unknown.isOwn;
    const field = this.schemas[this.recordType]?.fields[path];
    return !path.includes(".") && (field?.derived !== true || field.derivedFrom !== undefined);
  }
}

const writtenUnknown = (definition: ProcessDefinition): ReadonlySet<string> =>
  new Set(
    definition.nodes
      .flatMap(callsIn)
      .filter(({ block }) => block === "setFields")
      .flatMap(({ inputs }) => Object.entries(inputs))
      .flatMap(([path, input]) => ("expression" in input ? [path] : [])),
  );

/** Steps without the fields that they watch, where nobody's agreement is looked back for: watching them changes nothing. */
const unwatched = (plan: Plan): Plan["nodes"] => {
  const nodes = [...plan.nodes.values()];
  if (nodes.some((node) => node.kind === "approval" && node.dedup !== "none")) return plan.nodes;
  return new Map(nodes.map((node) => [node.id, node.kind === "approval" ? { ...node, watchedFields: [] } : node]));
};

const madeFinite = (plan: Plan, abstractor: Abstractor): Abstraction => {
  const expressions = abstractor.expressionsOf(plan);
  const written = writtenUnknown(plan.definition);
  return {
    plan: {
      ...plan,
      nodes: unwatched(plan),
      expressions,
      foreseen: NOTHING_FORESEEN,
      typeOfPath: (path) => (/^unknown\d+$/.test(path) ? "text" : plan.typeOfPath(path)),
    },
    valuesOf: (path) => abstractor.valuesOf(path),
    isOwn: (path) => abstractor.isOwn(path),
    isRead: (variable) => abstractor.known.has(variable),
    isWrittenUnknown: (path) => written.has(path),
    condition: (text) => abstractor.condition(text),
    partOf: (path) => abstractor.partOf(path),
  };
};

/** Makes a plan finite: every field is answered with a few values that stand for all, every other part of a condition with both. */
export const abstractionOf = (plan: Plan, schemas: RecordSchemas): Abstraction =>
  madeFinite(plan, new Abstractor([plan.definition], schemas));

/** Makes two plans finite alike: the values of a field tell apart what either of them does, and the same part is the same field. */
export const commonAbstraction = (
  one: Plan,
  other: Plan,
  schemas: RecordSchemas,
): readonly [Abstraction, Abstraction] => {
  const abstractor = new Abstractor([one.definition, other.definition], schemas);
  return [madeFinite(one, abstractor), madeFinite(other, abstractor)];
};
