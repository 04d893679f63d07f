import { type Change, diffDefinitions, drawnTogether, type ProcessDefinition } from "@sluice/process";
import { ReactFlowProvider } from "@xyflow/react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { CanvasProvider } from "../../canvas/store/canvasContext.ts";
import { createCanvasStore } from "../../canvas/store/canvasStore.ts";
import { legOf } from "../../canvas/store/walk.ts";
import { Canvas } from "../../canvas/view/Canvas.tsx";
import { BehaviourList } from "./BehaviourList.tsx";
import { ChangeList } from "./ChangeList.tsx";
import type { Example } from "./exampleWords.ts";
import css from "../studio.module.css";

interface ComparisonProps {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  /** Which two they are, in words. */
  readonly between: string;
  /** Whether what goes another way is looked for, too. */
  readonly withBehaviour: boolean;
  /** Opens a setting of the draft; left out where neither version is it. */
  readonly onOpen?: ((id: string, path: string) => void) | undefined;
  /** Puts what is told of the two into the panel beside the canvas. */
  readonly panel: (inside: ReactNode) => ReactNode;
}

/** Steps, stages, wires and moves are drawn, and share their ids; what is not drawn may be called like one of them. */
const isDrawn = (of: Change["of"]): boolean => of === "node" || of === "edge" || of === "move";

/** The wires and moves between the steps of a route, from where it began. */
const legsOf = (from: string, nodes: readonly string[]): readonly string[] =>
  nodes.map((to, index) => legOf(nodes[index - 1] ?? from, to));

/** An example as the canvas shows it: every step of either way, and where the two part. */
const trailOf = (example: Example | null) => {
  if (example === null) return null;
  const { acts, before, after, partAt } = example;
  const at = acts.at(-1)?.at ?? "";
  const moves = acts.flatMap(({ happening }) => (happening.type === "move" ? [happening.move] : []));
  return {
    visited: new Set([...acts.map((act) => act.at), ...before.nodes, ...after.nodes]),
    open: new Set<string>(),
    happening: partAt,
    taken: new Set([...moves, ...legsOf(at, before.nodes), ...legsOf(at, after.nodes)]),
  };
};

/** Two versions on one canvas, with what is new, gone and changed marked there and said beside it. */
export function Comparison({ before, after, between, withBehaviour, onOpen, panel }: ComparisonProps) {
  const { t } = useTranslation("versions");
  const changes = useMemo(() => diffDefinitions(before, after), [before, after]);
  const definition = useMemo(() => drawnTogether(before, after), [before, after]);
  const store = useMemo(() => createCanvasStore(definition, { readOnly: true }), [definition]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [example, setExample] = useState<Example | null>(null);
  useEffect(() => {
    store
      .getState()
      .set({ changes: new Map(changes.flatMap(({ of, id, kind }) => (isDrawn(of) ? [[id, kind] as const] : []))) });
  }, [store, changes]);
  useEffect(() => {
    store.getState().set({ trail: trailOf(example) });
  }, [store, example]);
  return (
    <div className={css.viewing}>
      <div className={css.stage}>
        <ReactFlowProvider>
          <CanvasProvider value={store}>
            <Canvas />
          </CanvasProvider>
        </ReactFlowProvider>
      </div>
      {panel(
        <>
          <h3>
            {t("changes")} <span className={css.muted}>{between}</span>
          </h3>
          <ChangeList
            changes={changes}
            definition={definition}
            chosen={chosen}
            onChoose={({ of, id }) => {
              setExample(null);
              setChosen(id);
              if (isDrawn(of)) store.getState().select([id]);
            }}
            onOpen={onOpen}
          />
          {withBehaviour && (
            <BehaviourList
              before={before}
              after={after}
              definition={definition}
              chosen={example}
              onChoose={(one) => {
                setChosen(null);
                setExample(one === example ? null : one);
              }}
            />
          )}
        </>,
      )}
    </div>
  );
}
