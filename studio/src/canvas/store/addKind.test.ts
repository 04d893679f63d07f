import type { NodeKind, ProcessDefinition } from "@sluice/process";
import { templateOf, templates } from "@sluice/templates";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { tidiedBands } from "../fixture/drawn.ts";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { bottomOf, type Box, rightOf } from "../layout/box.ts";
import { hitsOf } from "../layout/clearOf.ts";
import { labelBox, standingIn } from "../layout/labelPlaces.ts";
import { isNamedBelow } from "../layout/sizeOf.ts";
import { findNode, isStep, stagesOf, stepsOf } from "../model/elements.ts";
import { placedLabels } from "../view/placedLabels.ts";
import { addKind } from "./addKind.ts";
import { type CanvasStore, createCanvasStore, type QuickAdd } from "./canvasStore.ts";
import { drawnPlaces } from "./drawnPlaces.ts";

const name = { en: "New", zh: "新" };

const opened = (definition: ProcessDefinition, tidied: Awaited<ReturnType<typeof tidiedBands>>): CanvasStore => {
  const store = createCanvasStore(definition);
  for (const [stage, bands] of Object.entries(tidied))
    for (const band of bands) store.getState().setTidied(stage, band);
  return store;
};

const placesIn = (store: CanvasStore) =>
  Object.fromEntries(
    stagesOf(store.getState().definition).map(({ id }) => [id, drawnPlaces(store.getState(), id)] as const),
  );

const overlaps = (one: Box, other: Box): boolean =>
  one.x < rightOf(other) && other.x < rightOf(one) && one.y < bottomOf(other) && other.y < bottomOf(one);

/** The pairs of steps that cover each other, and the steps that stick out of their band. */
const badlyPlaced = (store: CanvasStore): string[] =>
  store.getState().layout.bands.flatMap(({ box: band, boxes }) => {
    const all = [...boxes];
    return all.flatMap(([id, box], at) => [
      ...all.slice(at + 1).flatMap(([other, each]) => (overlaps(box, each) ? [`${id} covers ${other}`] : [])),
      ...(box.x < band.x || box.y < band.y || rightOf(box) > rightOf(band) || bottomOf(box) > bottomOf(band)
        ? [`${id} sticks out`]
        : []),
    ]);
  });

const wiresThroughSteps = (store: CanvasStore): string[] => {
  const { definition, routes, layout } = store.getState();
  const steps = definition.nodes.filter(isStep);
  return definition.edges.flatMap(({ id, from, to }) => {
    const others = steps.flatMap((step) =>
      step.id === from || step.id === to ? [] : (layout.boxes.get(step.id) ?? []),
    );
    return hitsOf(routes.get(id)?.points ?? [], others) > 0 ? [id] : [];
  });
};

const coveringLabels = (store: CanvasStore): string[] => {
  const { definition, layout, routes } = store.getState();
  const names = new Map(definition.nodes.filter(isNamedBelow).map((node) => [node.id, node.name.en] as const));
  const standing = standingIn(layout, names);
  const labels = [...placedLabels({ definition, layout, routes }, sayingsIn("en"))].map(
    ([id, label]) => [id, labelBox(label, label.text)] as const,
  );
  return labels.flatMap(([id, box], at) =>
    standing.some((each) => overlaps(box, each)) || labels.slice(at + 1).some(([, other]) => overlaps(box, other))
      ? [id]
      : [],
  );
};

const quote = aQuoteProcess();

interface Drawn {
  readonly was: Readonly<Record<string, Box>>;
  readonly is: (id: string) => Box;
}

const special = templateOf("specialPrice");
const middle = ({ y, height }: Box): number => y + height / 2;

interface Given {
  readonly name: string;
  readonly process?: ProcessDefinition;
  readonly target: Omit<QuickAdd, "screen">;
  readonly kind?: NodeKind;
  readonly stands: (drawn: Drawn) => readonly boolean[];
}

const cases: readonly Given[] = [
  {
    name: "on a wire between two steps: between them on their line, what follows goes to the right",
    target: { edge: "e18" },
    stands: ({ was, is }) => [
      is("order").x === was["order"]?.x,
      is("timer").x > rightOf(is("order")),
      is("toCash").x > rightOf(is("timer")),
      is("done").x > rightOf(is("toCash")),
      middle(is("timer")) === middle(is("order")),
    ],
  },
  {
    name: "on one of several ways: on the line of the step it leads to",
    target: { edge: "e16" },
    stands: ({ is }) => [is("timer").x > rightOf(is("answer")), middle(is("timer")) === middle(is("remind"))],
  },
  {
    name: "on a way straight to where they meet: in a lane of its own below the others",
    target: { edge: "e5" },
    stands: ({ is }) => [is("timer").y > bottomOf(is("manager")), is("timer").y > bottomOf(is("managerAndFinance"))],
  },
  {
    name: "as a further way to where they meet: below the ways there are, which stay",
    target: { stage: "ready", from: "split", to: "both" },
    stands: ({ was, is }) => [
      is("print").x === was["print"]?.x && is("tell").x === was["tell"]?.x,
      is("timer").y > bottomOf(is("tell")) && is("timer").y > bottomOf(is("print")),
      is("both").x > rightOf(is("timer")),
    ],
  },
  {
    name: "behind the last step of its row",
    target: { stage: "won", from: "toCash" },
    stands: ({ is }) => [is("timer").x > rightOf(is("toCash"))],
  },
  {
    name: "without any wire: at the end of the stage, and nothing moves",
    target: { stage: "ready" },
    stands: ({ was, is }) => [
      ...["split", "print", "tell", "both", "mail"].map((id) => is(id).x === was[id]?.x),
      is("timer").x > rightOf(is("both")),
    ],
  },
  {
    name: "where it was dropped, what stands there goes to the right",
    target: { stage: "sent", from: "call", position: { x: 60, y: 60 } },
    stands: ({ is }) => [is("timer").x === 60, is("answer").x > rightOf(is("timer"))],
  },
  {
    name: "in the first of two rows: the second stays where it is",
    process: special,
    target: { edge: "isCosted" },
    stands: ({ was, is }) => [
      is("salesHead").x > (was["salesHead"]?.x ?? 0),
      ...["thinMargin", "finance", "belowCost"].map((id) => is(id).x === was[id]?.x && is(id).y === was[id]?.y),
    ],
  },
  {
    name: "as a further way in the first of two rows: the second goes down as a whole",
    process: special,
    target: { stage: "asked", from: "margin" },
    stands: ({ was, is }) => [
      is("timer").y > bottomOf(is("salesHead")),
      new Set(["thinMargin", "finance", "belowCost", "generalManager"].map((id) => is(id).y - (was[id]?.y ?? 0)))
        .size === 1,
      is("finance").y > bottomOf(is("timer")),
    ],
  },
];

describe("what is put in stands", () => {
  it.each(cases)("$name", async ({ process = quote, target, kind = "timer", stands }) => {
    const store = opened(process, await tidiedBands(process));
    const was = Object.fromEntries(store.getState().layout.boxes);

    addKind(store, kind, name, target);

    const is = (id: string): Box => store.getState().layout.boxes.get(id) ?? { x: NaN, y: NaN, width: 0, height: 0 };
    const top = (id: string): number => {
      const node = findNode(store.getState().definition, id);
      return node && isStep(node) ? is(node.stage).y - (was[node.stage]?.y ?? 0) : 0;
    };
    expect(stands({ was, is: (id) => ({ ...is(id), y: is(id).y - top(id) }) })).not.toContain(false);
    expect(badlyPlaced(store)).toEqual([]);
    expect(wiresThroughSteps(store)).toEqual([]);
    expect(coveringLabels(store)).toEqual([]);
    expect(store.getState().log.past).toHaveLength(1);
  });
});

describe("whatever is put in", () => {
  const kinds = ["task", "branch", "approval", "join", "end"] as const satisfies readonly NodeKind[];
  const aTarget = fc.record({
    way: fc.constantFrom("wire", "pulled", "toMeet", "dropped", "stage"),
    at: fc.nat(),
    on: fc.nat(),
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 40, max: 300 }),
    kind: fc.constantFrom(...kinds),
  });

  const targetOf = (
    { definition }: { definition: ProcessDefinition },
    { way, at, on, x, y }: { way: string; at: number; on: number; x: number; y: number },
  ): Omit<QuickAdd, "screen"> => {
    const { edges } = definition;
    const steps = definition.nodes.filter((node) => isStep(node) && node.kind !== "end");
    const step = steps[at % steps.length];
    const stages = stagesOf(definition);
    const stage = stages[on % stages.length]?.id ?? "";
    if (step === undefined || !isStep(step)) return { stage };
    const beside = stepsOf(definition, step.stage);
    switch (way) {
      case "wire":
        return { edge: edges[at % edges.length]?.id ?? "" };
      case "pulled":
        return { stage: step.stage, from: step.id };
      case "toMeet":
        return { stage: step.stage, from: step.id, to: beside[on % beside.length]?.id ?? "" };
      case "dropped":
        return { stage: step.stage, from: step.id, position: { x, y } };
      default:
        return { stage };
    }
  };

  it("no two steps overlap, bands hold their steps, other stages stay as they were, and one undo takes it all back", async () => {
    const processes = [quote, ...templates.map(({ key }) => templateOf(key))];
    const drawn = await Promise.all(processes.map(async (process) => ({ process, bands: await tidiedBands(process) })));
    fc.assert(
      fc.property(fc.constantFrom(...drawn), fc.array(aTarget, { minLength: 1, maxLength: 4 }), (chosen, targets) => {
        const store = opened(chosen.process, chosen.bands);
        for (const target of targets) {
          const [before, was] = [placesIn(store), store.getState().definition];
          addKind(store, target.kind, name, targetOf(store.getState(), target));
          const { definition, selection } = store.getState();
          const made = findNode(definition, selection[0] ?? "");
          if (definition === was || made === null || !isStep(made)) continue;
          const { [made.stage]: _touched, ...others } = placesIn(store);
          const { [made.stage]: _before, ...othersBefore } = before;

          expect(badlyPlaced(store)).toEqual([]);
          expect(others).toEqual(othersBefore);
          store.getState().undo();
          expect(placesIn(store)).toEqual(before);
          store.getState().redo();
        }
      }),
      { numRuns: 150 },
    );
  });
});
