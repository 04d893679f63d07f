import { type Behaviour, outcomeNamed } from "@sluice/process";
import { findMove, findNode } from "../../canvas/model/elements.ts";
import { conditionSentence } from "../../canvas/sayings/conditionSentence.ts";
import { plainWords } from "../../canvas/sayings/plainWords.ts";
import { fieldLabel, textIn } from "../../canvas/sayings/sayings.ts";
import { listed } from "../../text/listed.ts";
import { type Naming, stepName } from "./elementWords.ts";

export type Example = Behaviour["examples"][number];

/** A yes-or-no field as conditions ask for one that may be empty: `record.?signed.orValue(false)`. */
const OPTIONAL = /^record\.\?(\w+)\.orValue\((?:true|false)\)$/;

const partWords = (sayings: Naming["sayings"], part: string): string => {
  const field = OPTIONAL.exec(part)?.[1];
  return field === undefined ? conditionSentence(sayings, { when: part }) : fieldLabel(sayings, field);
};

const givenWords = ({ sayings, t }: Naming, { path, part, value }: Example["given"][number]): string => {
  if (part !== null)
    return t(value === true ? "behaviour.holds" : "behaviour.fails", { part: partWords(sayings, part) });
  const field = fieldLabel(sayings, path);
  if (value === null) return t("behaviour.empty", { field });
  if (typeof value === "boolean") return t(value ? "behaviour.holds" : "behaviour.fails", { part: field });
  return t("behaviour.is", { field, value: plainWords(sayings, path, value) ?? JSON.stringify(value) });
};

/** The record that an example goes by. */
export const recordWords = (naming: Naming, { given }: Example): string =>
  given.length === 0
    ? naming.t("behaviour.always")
    : naming.t("behaviour.with", {
        given: listed(
          given.map((one) => givenWords(naming, one)),
          naming.sayings.language,
        ),
      });

const outcomeWords = ({ sayings, definition }: Naming, at: string, outcome: string): string =>
  textIn(sayings, outcomeNamed(findNode(definition, at), outcome)) || outcome;

/** What was done last before the two versions part. */
export const actWords = (naming: Naming, { acts }: Example): string => {
  const { sayings, t, definition } = naming;
  const { at, happening } = acts.at(-1) ?? { at: "", happening: { type: "start" as const, variables: {} } };
  const step = stepName(naming, at);
  switch (happening.type) {
    case "start":
      return t("behaviour.start");
    case "move":
      return t("behaviour.act.move", { move: textIn(sayings, findMove(definition, happening.move)?.move.name) });
    case "task": {
      const { act } = happening;
      if (act.do === "approve" || act.do === "reject" || act.do === "sendBack" || act.do === "withdraw")
        return t(`behaviour.act.${act.do}`, { step });
      return act.do === "complete" && act.outcome !== "done"
        ? t("behaviour.act.outcome", { step, outcome: outcomeWords(naming, at, act.outcome) })
        : t("behaviour.act.other", { step });
    }
    case "alarmRang":
      return t("behaviour.act.time", { step });
    case "message":
      return t("behaviour.act.message", { step });
    case "effectFailed":
      return t("behaviour.act.failed", { step });
    default:
      return t("behaviour.act.other", { step });
  }
};

/** Where one version led from where they part. */
export const routeWords = (naming: Naming, route: Example["before"], partAt: string): string => {
  if (route.refused) return naming.t("behaviour.refused");
  const rest = route.nodes.slice(route.nodes.lastIndexOf(partAt) + 1);
  return rest.length === 0 ? naming.t("behaviour.rests") : rest.map((id) => stepName(naming, id)).join(" → ");
};
