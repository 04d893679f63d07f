import { Button, TextInput } from "@mantine/core";
import type { Json } from "@sluice/process";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textIn } from "../canvas/sayings/sayings.ts";
import { drawnName } from "./momentWords.ts";
import { nameOf } from "./runWords.ts";
import type { OpenRun } from "./useRun.ts";
import { VariableInput } from "./VariableInput.tsx";
import css from "./runPanel.module.css";

interface ChildEndsProps {
  readonly at: string;
  readonly open: OpenRun;
}

/** Lets a sub-process end: with an outcome, and with the variables that it is to bring back. */
export function ChildEnds({ at, open: { definition, words, run, happen } }: ChildEndsProps) {
  const { t } = useTranslation("testRun");
  const [outcome, setOutcome] = useState("done");
  const [brings, setBrings] = useState<Readonly<Record<string, Json>>>({});
  const node = definition.nodes.find(({ id }) => id === at);
  const wanted = node?.kind === "subprocess" && node.wait ? Object.entries(node.bringBack) : [];
  return (
    <>
      <TextInput
        label={t("now.outcome")}
        maxLength={60}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      {wanted.map(([here, there]) => {
        const variable = definition.variables.find(({ key }) => key === here);
        const called = textIn(words.sayings, variable?.name) || here;
        return (
          <VariableInput
            key={here}
            variable={variable ?? { key: here, name: { en: here, zh: here }, type: "text" }}
            label={t("now.brings", { variable: called })}
            people={run.story.given.people.map(({ id }) => ({ value: id, label: nameOf(words, id) }))}
            story={run.story}
            value={brings[there]}
            onChange={(value) => {
              const { [there]: _before, ...others } = brings;
              setBrings(value === null ? others : { ...others, [there]: value });
            }}
          />
        );
      })}
      <div className={css.acts}>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            happen({
              do: "child",
              at,
              outcome: outcome.trim() === "" ? null : outcome.trim(),
              ...(Object.keys(brings).length > 0 && { brings: brings as Record<string, never> }),
            })
          }
        >
          {t("now.childEnds", { at: drawnName(words, definition, at) })}
        </Button>
      </div>
    </>
  );
}
