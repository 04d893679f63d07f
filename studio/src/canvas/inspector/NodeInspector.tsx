import type { Node } from "@sluice/process";
import { useMemo } from "react";
import { findNode, isStep, stageIdOf } from "../model/elements.ts";
import { looks } from "../nodes/looks.ts";
import { Tile } from "../nodes/slots.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import { ElementProvider } from "./fieldContext.ts";
import { sectionsOf } from "./fieldSchema.ts";
import { InspectorHead } from "./InspectorHead.tsx";
import { LeadsTo } from "./LeadsTo.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import { StageActs } from "./StageActs.tsx";
import { StageOfStep } from "./StageOfStep.tsx";
import { StepActs } from "./StepActs.tsx";
import css from "./inspector.module.css";

/** The settings of a stage or step. */
export function NodeInspector({ node }: { readonly node: Node }) {
  const sayings = useSayings();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const sections = useMemo(() => sectionsOf(node.kind), [node.kind]);
  const element = useMemo(() => ({ id: node.id, findingId: node.id, base: [] }), [node.id]);
  const stageId = node.kind === "stage" ? null : stageIdOf(node);
  const stage = stageId === null ? null : findNode(definition, stageId);
  const kind = sayings.say(`kind.${node.kind}.name`);
  const look = looks[node.kind];
  return (
    <>
      <InspectorHead
        id={node.id}
        icon={<Tile icon={look.icon} hue={look.hue} round={look.round ?? false} />}
        title={textIn(sayings, node.name) || kind}
        acts={isStep(node) ? <StepActs step={node} /> : node.kind === "stage" && <StageActs stage={node} />}
        about={stage ? `${kind} · ${textIn(sayings, stage.name)}` : kind}
      />
      <div className={css.body}>
        <ElementProvider value={element}>
          <fieldset className={css.group} disabled={readOnly}>
            <SettingsForm sections={sections} value={node} within={node.kind} />
          </fieldset>
        </ElementProvider>
        {isStep(node) && <StageOfStep step={node} />}
        {node.kind !== "end" && node.kind !== "stage" && <LeadsTo node={node} />}
      </div>
    </>
  );
}
