import { useTranslation } from "react-i18next";
import { textIn } from "../canvas/sayings/sayings.ts";
import { givenAnew } from "./run.ts";
import { nameOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";
import { VariableInput } from "./VariableInput.tsx";
import css from "./testRun.module.css";

/** What a case begins with besides its record: the variables of the process, as whoever starts it from outside sends them along. */
export function GivenVariables({ open: { run, words, definition, change } }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const { people, variables = {} } = run.story.given;
  if (definition.variables.length === 0) return null;
  return (
    <div className={css.record}>
      <h3>{t("given.variables")}</h3>
      {definition.variables.map((variable) => (
        <VariableInput
          key={variable.key}
          variable={variable}
          label={textIn(words.sayings, variable.name) || variable.key}
          people={people.map(({ id }) => ({ value: id, label: nameOf(words, id) }))}
          story={run.story}
          value={variables[variable.key]}
          onChange={(value) => {
            const { [variable.key]: _before, ...others } = variables;
            change(
              givenAnew(run, { variables: value === null ? others : { ...others, [variable.key]: value as never } }),
            );
          }}
        />
      ))}
    </div>
  );
}
