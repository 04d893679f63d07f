import type { PeopleRule } from "@sluice/process";
import { fieldLabel, labelOf, peopleSentence, type Sayings } from "../sayings/sayings.ts";
import { joined } from "./joined.ts";

const ruleWords = (sayings: Sayings, rule: PeopleRule): string => {
  const { say, catalogue } = sayings;
  const of = "of" in rule ? say(`sentences.of.${rule.of}`) : "";
  const role = "role" in rule && rule.role !== undefined ? labelOf(sayings, catalogue.roles, rule.role) : "";
  switch (rule.by) {
    case "person":
    case "role":
      return peopleSentence(sayings, rule);
    case "post":
      return say("sentences.people.post", { post: rule.post });
    case "manager":
      return say(`sentences.people.${rule.level > 1 ? "managerLevel" : "manager"}`, { of, level: rule.level });
    case "managersUpTo":
      if (rule.role !== undefined) return say("sentences.people.managersUpToRole", { of, role });
      return rule.level === undefined
        ? say("sentences.people.managersUpTo", { of })
        : say("sentences.people.managersUpToLevel", { of, level: rule.level });
    case "personInField":
    case "departmentHeadInField":
      return say(`sentences.people.${rule.by}`, { field: fieldLabel(sayings, rule.path) });
    case "territory": {
      const field = fieldLabel(sayings, rule.path);
      return rule.post === undefined
        ? say("sentences.people.territory", { field })
        : say("sentences.people.territoryPost", { field, post: rule.post });
    }
    case "initiatorPicks":
    case "previousPicks":
      return say(`sentences.people.${rule.by}${role === "" ? "" : "Role"}`, { role });
    case "expression":
      return say("sentences.people.expression", { expression: rule.expression });
    case "table": {
      const inputs = rule.table.inputs.map(({ expression }) => fieldLabel(sayings, expression));
      const rows = rule.table.rules.map(({ tests, who }) =>
        say("sentences.people.tableRow", { tests: tests.join(", "), who: peopleWords(sayings, who) }),
      );
      return say("sentences.people.table", { inputs: joined(sayings, inputs), rows: rows.join("; ") });
    }
    default:
      return say(`sentences.people.${rule.by}`, { of });
  }
};

/** Whom rules mean, in full: "the manager of the initiator and Finance"; nobody where there is no rule yet. */
export const peopleWords = (sayings: Sayings, rules: readonly PeopleRule[], last: "and" | "or" = "and"): string =>
  rules.length === 0
    ? sayings.say("sentences.people.nobody")
    : joined(
        sayings,
        rules.map((rule) => ruleWords(sayings, rule)),
        last,
      );
