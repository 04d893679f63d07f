import { NumberInput, Select } from "@mantine/core";
import { type Edge, type EdgeCondition, edgeSchema } from "@sluice/process";
import { IconArrowRight } from "@tabler/icons-react";
import { useMemo } from "react";
import { findNode } from "../model/elements.ts";
import { outcomesOf } from "../model/nextCondition.ts";
import { setField } from "../model/setField.ts";
import { Tile } from "../nodes/slots.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { wireLabel } from "../wires/wireLabel.ts";
import { ElementProvider } from "./fieldContext.ts";
import { shapeOf } from "./fieldSchema.ts";
import { InspectorHead } from "./InspectorHead.tsx";
import { NestedField, RendererProvider } from "./NestedField.tsx";
import { drawSetting } from "./SchemaField.tsx";
import css from "./inspector.module.css";

const kindsAfter = (source: string | undefined): readonly EdgeCondition["kind"][] => {
  switch (source) {
    case "branch":
      return ["when", "default", "error"];
    case "parallel":
      return ["next", "when", "error"];
    case "task":
    case "approval":
      return ["next", "outcome", "escalation", "error"];
    case "race":
      return ["outcome", "error"];
    case "message":
      return ["next", "timeout", "error"];
    case "join":
    case "start":
      return ["next"];
    default:
      return ["next", "error"];
  }
};

/** The settings of a wire: when it is taken, its name, and how often when it goes back. */
export function EdgeInspector({ edge }: { readonly edge: Edge }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const element = useMemo(() => ({ id: edge.id, findingId: edge.id, base: [] }), [edge.id]);
  const source = findNode(definition, edge.from);
  const target = findNode(definition, edge.to);
  const properties = shapeOf("edge", edgeSchema).properties ?? {};
  const on = properties["on"];
  const whenShape = on?.oneOf?.find((variant) => variant.properties?.["when"])?.properties?.["when"] ?? {};
  const write = (path: readonly string[], value: unknown) =>
    void store
      .getState()
      .apply(setField(edge.id, path, value), { burst: `${edge.id} ${path.join(".")}`, keepSelection: true });
  const kinds = [...new Set([edge.on.kind, ...kindsAfter(source?.kind)])];
  const outcomes = source ? outcomesOf(source) : [];
  const choose = (kind: EdgeCondition["kind"]) => {
    const order = definition.edges.filter((each) => each.from === edge.from && each.on.kind === "when").length;
    write(
      ["on"],
      kind === "outcome"
        ? { kind, outcome: outcomes[0] ?? "done" }
        : kind === "when"
          ? { kind, when: "true", order }
          : { kind },
    );
  };
  const outcomeLabel = (outcome: string) =>
    wireLabel(sayings, definition, { ...edge, on: { kind: "outcome", outcome } });
  const name = (id: string, text: { en: string; zh: string } | undefined) => textIn(sayings, text) || id;
  return (
    <>
      <InspectorHead
        id={edge.id}
        icon={<Tile icon={IconArrowRight} hue="decision" />}
        title={wireLabel(sayings, definition, edge) || say("wire.plain")}
        about={`${name(edge.from, source?.name)} → ${name(edge.to, target?.name)}`}
        canCopy={false}
      />
      <div className={css.body}>
        <ElementProvider value={element}>
          <RendererProvider value={drawSetting}>
            <fieldset className={css.group} disabled={readOnly}>
              <section className={css.section}>
                <h3>{say("section.rule")}</h3>
                <div className={css.field}>
                  <Select
                    label={say("wire.takenWhen")}
                    data={kinds.map((kind) => ({ value: kind, label: say(`wire.kinds.${kind}`) }))}
                    value={edge.on.kind}
                    allowDeselect={false}
                    onChange={(kind) => kind && choose(kind as EdgeCondition["kind"])}
                  />
                </div>
                {edge.on.kind === "outcome" && (
                  <div className={css.field}>
                    <Select
                      label={say("wire.outcome")}
                      data={[...new Set([edge.on.outcome, ...outcomes])].map((each) => ({
                        value: each,
                        label: outcomeLabel(each),
                      }))}
                      value={edge.on.outcome}
                      allowDeselect={false}
                      onChange={(outcome) => outcome && write(["on", "outcome"], outcome)}
                    />
                  </div>
                )}
                {edge.on.kind === "when" && (
                  <>
                    <NestedField path={["on", "when"]} shape={whenShape} value={edge.on.when} required name="when" />
                    <div className={css.field}>
                      <NumberInput
                        label={say("field.order")}
                        description={say("wire.orderHelp")}
                        min={0}
                        max={100}
                        value={edge.on.order}
                        onChange={(order) => typeof order === "number" && write(["on", "order"], order)}
                      />
                    </div>
                  </>
                )}
              </section>
              <section className={css.section}>
                <h3>{say("section.general")}</h3>
                {(["name", "maxVisits"] as const).map((key) => (
                  <NestedField
                    key={key}
                    path={[key]}
                    shape={properties[key] ?? {}}
                    value={edge[key]}
                    required={false}
                    name={key}
                    within="edge"
                  />
                ))}
              </section>
            </fieldset>
          </RendererProvider>
        </ElementProvider>
      </div>
    </>
  );
}
