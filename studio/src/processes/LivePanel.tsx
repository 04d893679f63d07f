import { findNode } from "../canvas/model/elements.ts";
import { looks } from "../canvas/nodes/looks.ts";
import { Tile } from "../canvas/nodes/slots.tsx";
import { textIn } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { useCanvas } from "../canvas/store/canvasContext.ts";
import { useSession } from "../signIn/useSession.ts";
import { useFormats } from "../text/useFormats.ts";
import { BulkButtons } from "./bulk/BulkButtons.tsx";
import { BusySteps } from "./BusySteps.tsx";
import { ElsewhereSteps } from "./ElsewhereSteps.tsx";
import type { LiveView } from "./liveView.ts";
import { StepFlow } from "./StepFlow.tsx";
import { WaitingHere } from "./WaitingHere.tsx";
import css from "./studio.module.css";

/** How it stands at the chosen step; at the process as a whole when none is chosen. */
export function LivePanel({ view }: { readonly view: LiveView }) {
  const sayings = useSayings();
  const { say } = sayings;
  const { distance } = useFormats();
  const canDesign = useSession().data?.canDesign ?? false;
  const definition = useCanvas((state) => state.definition);
  const live = useCanvas((state) => state.live);
  const [chosen] = useCanvas((state) => state.selection);
  const node = chosen === undefined ? null : findNode(definition, chosen);
  if (!live) return <aside className={css.panel} />;
  const count = node ? live.byNode.get(node.id) : undefined;
  const open = node ? (count?.open ?? 0) : live.running;
  const late = node ? (count?.late ?? 0) : live.late;
  const oldest = node ? count?.oldestAt : undefined;
  const look = node ? looks[node.kind] : null;
  return (
    <aside className={css.panel} aria-label={say("inspector.label")}>
      <header className={css.panelHead}>
        {look && <Tile icon={look.icon} hue={look.hue} round={look.round ?? false} />}
        <div>
          <h2>{textIn(sayings, node?.name ?? definition.name)}</h2>
          <p>{node ? say(`kind.${node.kind}.name`) : say("live.choose")}</p>
        </div>
      </header>
      <dl className={css.facts}>
        <dt>{node ? say(view.at === null ? "live.open" : "live.openThen") : say("live.total")}</dt>
        <dd>{open}</dd>
        <dt>{say("live.late")}</dt>
        <dd data-late={late > 0}>{late}</dd>
        {oldest && view.at === null && (
          <>
            <dt>{say("live.oldest")}</dt>
            <dd>{distance(oldest)}</dd>
          </>
        )}
      </dl>
      {node && view.at === null && <StepFlow processKey={definition.key} node={node.id} filter={view.filter} />}
      {node ? (
        open > 0 && <WaitingHere key={node.id} processKey={definition.key} node={node.id} open={open} view={view} />
      ) : (
        <BusySteps />
      )}
      {node && open === 0 && (
        <p className={css.muted} style={{ marginTop: 12 }}>
          {say("live.nobody")}
        </p>
      )}
      {canDesign && view.at === null && (
        <BulkButtons
          key={node?.id ?? ""}
          definition={definition}
          node={node?.id ?? null}
          filter={view.filter}
          open={open}
        />
      )}
      {!node && <ElsewhereSteps processKey={definition.key} counts={live.elsewhere} view={view} />}
    </aside>
  );
}
