import type { Node } from "../../definition/node.ts";
import { parseExpression } from "../../expression/expression.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import type { Check } from "../check.ts";
import { error } from "../finding.ts";
import { placesOf } from "../findingDetail.ts";
import { type Graph, reachedFrom } from "../graph.ts";
import { type ExpressionPlace, expressionPlaces } from "./expressionPlaces.ts";
import { listedAt, listsOf, stageWays, type StageWays } from "./stageWays.ts";
import { changedBy, changedByBlock, editedBy } from "./writtenPaths.ts";

/** Something that changes fields, and where work goes on in the same step. */
interface Change {
  readonly paths: readonly string[];
  readonly next: readonly string[];
  /** The step whose ways out are chosen in the same step; null for a move or a stage. */
  readonly leaves: string | null;
  /** The list of a stage's actions that it is one of, and its place there. */
  readonly listed?: { readonly name: string; readonly index: number };
}

/** Whether work that comes to an element goes on at once, so that a step may reach beyond it. */
const goesOn = (node: Node): boolean => {
  switch (node.kind) {
    case "task":
    case "approval":
    case "timer":
    case "message":
    case "race":
    case "subprocess":
    case "end":
    case "start":
      return false;
    default:
      return true;
  }
};

const changesIn = (graph: Graph, ways: StageWays): readonly Change[] => [
  ...graph.steps.map((step) => ({
    paths: changedBy(step),
    next: graph.out(step.id).flatMap((edge) => ways.passed(step.id, edge.to)),
    leaves: step.id,
  })),
  ...graph.moves.map(({ stage, move }) => ({
    paths: editedBy(move.form),
    next: ways.passed(stage.id, move.to),
    leaves: null,
  })),
  ...graph.stages.flatMap((stage) =>
    listsOf(stage).flatMap(({ name, calls, next }) =>
      calls.map((call, index) => ({
        paths: changedByBlock(call),
        next: next(ways),
        leaves: null,
        listed: { name, index },
      })),
    ),
  ),
];

const onwards =
  (graph: Graph, ways: StageWays) =>
  (id: string): readonly string[] => {
    const node = graph.nodes.get(id);
    if (!node || !goesOn(node)) return [];
    return node.kind === "stage" && node.entry
      ? [node.entry]
      : graph.out(id).flatMap((edge) => ways.passed(id, edge.to));
  };

/** Whether an expression is asked when work comes to where it stands. Moves and ladders are asked later: by then it is written. */
const isAskedOnArrival = ({ place }: ExpressionPlace): boolean =>
  place.move === undefined && !/^(sla|permissions)\./.test(place.path ?? "");

/** Whether a path cannot be read in the step that changes a field: only the database computes it, or it lies behind the reference. */
const isStale = (path: string, changed: readonly string[], of: Schema): boolean => {
  const [first = "", ...rest] = path.split(".");
  const sources = of.schemas[of.recordType]?.fields[first]?.derivedFrom ?? [];
  return changed.some(
    (field) => sources.includes(field) || (field === first && rest.length > 0 && isReference(first, of)),
  );
};

interface Schema {
  readonly schemas: RecordSchemas;
  readonly recordType: string;
}

const isReference = (field: string, { schemas, recordType }: Schema): boolean =>
  schemas[recordType]?.fields[field]?.refersTo !== undefined;

const pathsOf = (text: string): readonly string[] => {
  try {
    return parseExpression(text).paths;
  } catch {
    return []; // told by the expression check
  }
};

/**
 * Expressions that read, in the very step that changes a field, what is computed from it: they would see what was before.
 * The condition of a move is exempt: it is noted anew once the change is written.
 */
export const ownChanges: Check = (graph, { schemas }) => {
  const { recordType } = graph.definition;
  if (!schemas?.[recordType]) return [];
  const places = expressionPlaces(graph).filter(isAskedOnArrival);
  const ways = stageWays(graph);
  const changes = changesIn(graph, ways).filter(({ paths }) => paths.length > 0);
  const reached = changes.map((change) => reachedFrom(change.next, onwards(graph, ways)));
  const isAskedAfter = ({ at, place }: ExpressionPlace, index: number): boolean => {
    const listed = listedAt(at, place);
    if (listed) {
      const before = changes[index]?.listed;
      if (before?.name === listed.name) return before.index < listed.index;
      return reached[index]?.has(listed.name) === true;
    }
    const isWire = place.edge !== undefined;
    if (isWire && changes[index]?.leaves === at) return true;
    const node = graph.nodes.get(at);
    return reached[index]?.has(at) === true && (!isWire || (node !== undefined && goesOn(node)));
  };
  /** The only wire by which work comes to where it is asked: a step that rests may be put there. */
  const wireBefore = ({ at, place }: ExpressionPlace, after: readonly Change[]): readonly string[] => {
    const into = graph.into(at);
    const isTarget = graph.stages.some(({ entry }) => entry === at) || graph.moves.some(({ move }) => move.to === at);
    const changesItself = place.edge !== undefined && after.some(({ leaves }) => leaves === at);
    return into.length === 1 && !isTarget && !changesItself ? into.map(({ id }) => id) : [];
  };
  return places.flatMap((where) => {
    const after = changes.filter((_change, index) => isAskedAfter(where, index));
    const stale = pathsOf(where.text).filter((path) =>
      after.some(({ paths }) => isStale(path, paths, { schemas, recordType })),
    );
    return [...new Set(stale)].map((path) =>
      error("READS_OWN_CHANGE", where.place, {
        en: `“${path}” is computed after this step: here it is what it was before the change.`,
        zh: `“${path}”在此步骤之后才会重新计算，此处读到的仍是修改前的值。`,
        fix: {
          en: "Put a task or an approval between the change and the question.",
          zh: "请在修改与判断之间加入任务或审批。",
        },
        detail: placesOf(wireBefore(where, after)),
      }),
    );
  });
};
