import { isError, type NodeOf } from "@sluice/process";
import { IconBolt, IconClock, IconHandFinger, IconMail, IconShieldLock } from "@tabler/icons-react";
import { Handle, Position } from "@xyflow/react";
import { measures } from "../layout/measures.ts";
import type { Port } from "../layout/portsOf.ts";
import { clsx } from "../nodes/clsx.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import css from "./band.module.css";

const icons = {
  person: IconHandFinger,
  timer: IconClock,
  timerAt: IconClock,
  condition: IconBolt,
  message: IconMail,
} as const;

interface MovePortProps {
  readonly port: Port;
  readonly stage: NodeOf<"stage">;
  readonly border: number;
}

/** A move: a labelled port on its band's border. Its icon tells what opens it; a lock that a guard stands before it. */
export function MovePort({ port: { move, x, width }, stage, border }: MovePortProps) {
  const sayings = useSayings();
  const store = useCanvasStore();
  const selected = useCanvas(({ selection }) => selection.includes(move.id));
  const isWrong = useCanvas(({ problems }) => problems.byElement.get(move.id)?.some(isError) ?? false);
  const change = useCanvas(({ changes }) => changes?.get(move.id));
  const Trigger = icons[move.trigger.by];
  const name = textIn(sayings, move.name) || sayings.say("move.unnamed");
  return (
    <button
      type="button"
      className={clsx(css.port, "nodrag", selected && css.selected, isWrong && css.wrong)}
      style={{ left: x, width, top: border - measures.port.height / 2 }}
      data-tone={move.tone}
      data-move={move.id}
      data-change={change}
      aria-pressed={selected}
      aria-label={sayings.say("move.label", { name, stage: textIn(sayings, stage.name) })}
      title={name}
      onClick={(event) => {
        event.stopPropagation();
        store.getState().select([move.id]);
      }}
    >
      <Trigger size={13} stroke={1.7} aria-hidden />
      <span className={css.portName}>{name}</span>
      {move.guard && <IconShieldLock size={13} stroke={1.7} aria-hidden />}
      <Handle id={move.id} type="source" position={Position.Bottom} className={css.portHandle} isConnectable={false} />
    </button>
  );
}
