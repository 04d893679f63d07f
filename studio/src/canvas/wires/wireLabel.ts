import { type Edge, type ProcessDefinition, outcomeNamed } from "@sluice/process";
import { conditionSentence, shortCondition } from "../sayings/conditionSentence.ts";
import { type Sayings, textIn } from "../sayings/sayings.ts";

/** What stands on a wire: its name, else its condition in short; and how often a wire back may be taken. Empty for a plain one. */
export const wireLabel = (sayings: Sayings, definition: ProcessDefinition, edge: Edge): string => {
  const { say } = sayings;
  const bound = edge.maxVisits === undefined ? "" : say("wire.upTo", { count: edge.maxVisits });
  const named = textIn(sayings, edge.name);
  const condition = named || conditionLabel(sayings, definition, edge);
  return [condition, bound].filter((part) => part !== "").join(" · ");
};

/** What a condition is called on its wire. */
export const conditionLabel = (sayings: Sayings, definition: ProcessDefinition, { from, on }: Edge): string => {
  const { say, has } = sayings;
  switch (on.kind) {
    case "next":
      return "";
    case "when":
      return shortCondition(sayings, on.when);
    case "outcome": {
      const source = definition.nodes.find((node) => node.id === from);
      const named =
        source?.kind === "race"
          ? source.runners.find((runner) => runner.key === on.outcome)?.name
          : outcomeNamed(source, on.outcome);
      return textIn(sayings, named) || (has(`outcome.${on.outcome}`) ? say(`outcome.${on.outcome}`) : on.outcome);
    }
    default:
      return say(`wire.${on.kind}`);
  }
};

/** The whole condition, for the title of a label that may be cut. */
export const wireTitle = (sayings: Sayings, definition: ProcessDefinition, edge: Edge): string =>
  edge.on.kind === "when" ? conditionSentence(sayings, { when: edge.on.when }) : wireLabel(sayings, definition, edge);
