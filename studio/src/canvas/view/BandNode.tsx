import { IconChevronDown } from "@tabler/icons-react";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { bottomOf } from "../layout/box.ts";
import { stageDoor } from "../layout/field.ts";
import { stepsOf } from "../model/elements.ts";
import { clsx } from "../nodes/clsx.ts";
import { looks } from "../nodes/looks.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { ChangeBadge } from "./ChangeBadge.tsx";
import type { BandFlowNode } from "./flowElements.ts";
import { HerePill } from "./HerePill.tsx";
import { MovePort } from "./MovePort.tsx";
import { ProblemBadge } from "./ProblemBadge.tsx";
import css from "./band.module.css";

/** A stage as a band: title, room for its steps, the stub to its entry step, and its moves as ports on the lower border. */
export const BandNode = memo(function BandNode({ id, data: { node } }: NodeProps<BandFlowNode>) {
  const { say, language } = useSayings();
  const Face = looks.stage.Face;
  const isDrop = useCanvas(({ dropBand }) => dropBand === id);
  const band = useCanvas(({ layout }) => layout.bands.find((each) => each.stage.id === id));
  const stub = useCanvas(({ layout }) => {
    const entry = node.entry === undefined ? undefined : layout.boxes.get(node.entry);
    const box = layout.boxes.get(id);
    if (!entry || !box) return null;
    const { y } = stageDoor(layout, node, "left");
    const isClear = !layout.bands
      .find((each) => each.stage.id === id)
      ?.steps.map((step) => layout.boxes.get(step.id))
      .some((step) => step && step !== entry && step.x < entry.x && step.y < y && bottomOf(step) > y);
    return isClear ? `${y - box.y} ${entry.x - box.x}` : null;
  });
  const isLive = useCanvas(({ live, trail }) => live !== null || trail !== null);
  const isHere = useCanvas(({ trail }) => trail?.open.has(id) ?? false);
  const isHappening = useCanvas(({ trail }) => trail?.happening === id);
  const change = useCanvas(({ changes }) => changes?.get(id));
  const isCollapsed = useCanvas(({ collapsed }) => collapsed.has(id));
  const steps = useCanvas(({ definition }) => stepsOf(definition, id).length);
  const store = useCanvasStore();
  const isEmpty = steps === 0;
  const [stubY, stubX] = stub?.split(" ").map(Number) ?? [];
  const showsStub = stubY !== undefined && stubX !== undefined;
  return (
    <section
      className={clsx(css.band, isDrop && css.drop)}
      aria-label={node.name[language]}
      data-stage={id}
      data-face
      data-happening={isHappening || undefined}
      data-change={change}
    >
      <header className={css.head} data-band-title>
        {steps > 0 && (
          <button
            type="button"
            className={`${css.fold} nodrag`}
            aria-expanded={!isCollapsed}
            aria-label={say(isCollapsed ? "band.show" : "band.hide", { stage: node.name[language] })}
            onClick={(event) => {
              event.stopPropagation();
              store.getState().fold(id);
            }}
          >
            <IconChevronDown size={15} stroke={1.8} aria-hidden />
          </button>
        )}
        <Face node={node} />
        {isCollapsed && <span className={css.hint}>{say("band.hidden", { count: steps })}</span>}
        {isEmpty && !node.final && !isLive && <span className={css.hint}>{say("band.empty")}</span>}
      </header>
      {showsStub && (
        <svg className={css.stub} width={stubX} height={12} style={{ top: stubY - 6 }} aria-hidden>
          <path d={`M0,6L${stubX - 8},6`} />
          <path className={css.tip} d={`M${stubX - 9},1.5L${stubX - 1},6L${stubX - 9},10.5Z`} />
        </svg>
      )}
      <ProblemBadge id={id} />
      <ChangeBadge id={id} />
      {isHere && <HerePill />}
      <Handle type="target" position={Position.Left} className={css.door} isConnectableStart={false} />
      {isCollapsed && <Handle type="source" position={Position.Right} className={css.door} isConnectable={false} />}
      {band?.ports.map((port) => (
        <MovePort key={port.move.id} port={port} stage={node} border={bottomOf(band.box) - band.box.y} />
      ))}
    </section>
  );
});
