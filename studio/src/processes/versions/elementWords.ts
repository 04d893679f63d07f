import type { Change, ProcessDefinition } from "@sluice/process";
import type { TFunction } from "i18next";
import { controlWords } from "../../canvas/controls/controlWords.ts";
import { findMove, findNode } from "../../canvas/model/elements.ts";
import { type Sayings, textIn } from "../../canvas/sayings/sayings.ts";
import { wireLabel } from "../../canvas/wires/wireLabel.ts";

/** How an element is spoken of: its sayings, the words of versions, and the definition in which it is looked up. */
export interface Naming {
  readonly sayings: Sayings;
  readonly t: TFunction<"versions">;
  readonly definition: ProcessDefinition;
}

/** The name of a step or stage, or its id where it has none. */
export const stepName = ({ sayings, definition }: Naming, id: string): string =>
  textIn(sayings, findNode(definition, id)?.name) || id;

/** An element in a few words: what it is and what it is called. */
export const elementWords = (naming: Naming, { of, id }: Pick<Change, "of" | "id">): string => {
  const { sayings, t, definition } = naming;
  switch (of) {
    case "node": {
      const kind = findNode(definition, id)?.kind;
      return kind ? t("element.node", { kind: sayings.say(`kind.${kind}.name`), name: stepName(naming, id) }) : id;
    }
    case "edge": {
      const edge = definition.edges.find((each) => each.id === id);
      if (!edge) return id;
      const wire = t("element.edge", { from: stepName(naming, edge.from), to: stepName(naming, edge.to) });
      const label = wireLabel(sayings, definition, edge);
      return label === "" ? wire : t("element.labelled", { wire, label });
    }
    case "move":
      return t("element.move", { name: textIn(sayings, findMove(definition, id)?.move.name) || id });
    case "control": {
      const control = definition.controls?.find((each) => each.id === id);
      return control ? t("element.control", { sentence: controlWords(sayings, definition, control) }) : id;
    }
    case "story":
      return t("element.story", {
        name: textIn(sayings, definition.stories?.find((each) => each.id === id)?.name) || id,
      });
    case "variable": {
      const variable = definition.variables.find(({ key }) => key === id);
      return t("element.variable", { name: textIn(sayings, variable?.name) || id });
    }
    case "process":
      return t("element.process");
  }
};
