import { useEffect, useMemo, useRef } from "react";
import { useCanvasKeys } from "../keyboard/useCanvasKeys.ts";
import { stagesOf } from "../model/elements.ts";
import { QuickAddMenu } from "../palette/QuickAddMenu.tsx";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import { stageTree } from "./stageTree.ts";
import { TreeCard } from "./TreeCard.tsx";
import { TreeStage } from "./TreeStage.tsx";
import css from "./tree.module.css";

/** The process as cards with + between them, stage by stage; edits go through the same log as the canvas's. */
export function Tree() {
  const { say } = useSayings();
  const definition = useCanvas((state) => state.definition);
  const [chosen] = useCanvas((state) => state.selection);
  const root = useRef<HTMLDivElement>(null);
  useCanvasKeys(root, { isDrawn: false });
  const trees = useMemo(() => stagesOf(definition).map((stage) => stageTree(definition, stage)), [definition]);
  const starts = definition.nodes.filter((node) => node.kind === "start");
  useEffect(() => {
    root.current?.querySelector("[data-chosen]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  return (
    <div ref={root} className={css.frame} tabIndex={-1} data-tree>
      <div className={css.page} role="region" aria-label={say("views.tree")} tabIndex={0}>
        <div className={css.stages}>
          {starts.map((node) => (
            <TreeCard key={node.id} node={node} />
          ))}
          {trees.map((tree, index) => (
            <TreeStage key={tree.stage.id} tree={tree} number={index + 1} />
          ))}
        </div>
      </div>
      <QuickAddMenu root={root} />
    </div>
  );
}
