import type { NodeKind } from "@sluice/process";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { type ComponentType, memo } from "react";
import { clsx } from "../nodes/clsx.ts";
import type { FaceProps } from "../nodes/face.ts";
import { looks } from "../nodes/looks.ts";
import { LiveLineProvider } from "../nodes/slots.tsx";
import { shortWorkingMinutes } from "../sayings/shortMinutes.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import { ChangeBadge } from "./ChangeBadge.tsx";
import type { StepFlowNode } from "./flowElements.ts";
import { HerePill } from "./HerePill.tsx";
import { LivePill } from "./LivePill.tsx";
import { ProblemBadge } from "./ProblemBadge.tsx";
import css from "./step.module.css";

/** A step on the canvas: its face, its two handles, its problems, and in live view its count. */
export const StepNode = memo(function StepNode({ id, data: { node } }: NodeProps<StepFlowNode>) {
  const Face = looks[node.kind].Face as ComponentType<FaceProps<NodeKind>>;
  const sayings = useSayings();
  const minutesPerDay = useCanvas(({ live }) => live?.byNode.get(id)?.minutesPerDay ?? 480);
  const median = useCanvas(({ live }) => live?.byNode.get(id)?.medianMinutes ?? null);
  const heat = useCanvas(({ live }) => (live ? (live.byNode.get(id)?.open ?? 0) / live.most : null));
  const isOffTrail = useCanvas(({ trail }) => trail !== null && !trail.visited.has(id) && !trail.open.has(id));
  const isHere = useCanvas(({ trail }) => trail?.open.has(id) ?? false);
  const isHappening = useCanvas(({ trail }) => trail?.happening === id);
  const change = useCanvas(({ changes }) => changes?.get(id));
  return (
    <div
      className={clsx(css.step, heat === 0 && css.idle, isOffTrail && css.faint)}
      style={heat ? ({ "--heat-part": heat } as React.CSSProperties) : undefined}
      data-step={id}
      data-kind={node.kind}
      data-here={isHere || undefined}
      data-happening={isHappening || undefined}
      data-change={change}
    >
      {node.kind !== "start" && <Handle type="target" position={Position.Left} />}
      <LiveLineProvider
        value={
          median === null
            ? null
            : sayings.say("live.medianLine", { time: shortWorkingMinutes(sayings, median, minutesPerDay) })
        }
      >
        <Face node={node} />
      </LiveLineProvider>
      {node.kind !== "end" && <Handle type="source" position={Position.Right} />}
      <ProblemBadge id={id} />
      <ChangeBadge id={id} />
      {heat !== null && heat > 0 && <LivePill id={id} />}
      {isHere && <HerePill />}
    </div>
  );
});
