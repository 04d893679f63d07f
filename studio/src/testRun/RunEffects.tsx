import { Button, Menu } from "@mantine/core";
import type { Json, PlayedEffect } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { findNode } from "../canvas/model/elements.ts";
import { labelOf, textIn } from "../canvas/sayings/sayings.ts";
import { isLocalText } from "../text/isLocalText.ts";
import { jsonText } from "../text/jsonText.ts";
import { drawnName } from "./momentWords.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./runPanel.module.css";

/** Why an effect of a block may fail: what the carrier would tell. */
const reasonsFor = (block: string) =>
  block === "mail" ? (["bounced", "unreachable"] as const) : (["turnedDown", "unreachable"] as const);

const states = {
  wanted: "wanted",
  done: "isDone",
  failed: "failed",
  unknown: "isUnknown",
  unwanted: "unwanted",
} as const;

/** Everything that would be done outside, shown instead: what it would be given, and what becomes of it. */
export function RunEffects({ open: { now, words, definition, happen } }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const { sayings } = words;
  const fail = (effect: PlayedEffect, reason: string) =>
    happen({ do: "effect", at: effect.node, ends: { as: "failed", reason } });
  const end = (effect: PlayedEffect, as: "done" | "unknown") => {
    if (as !== "done") return happen({ do: "effect", at: effect.node, ends: { as } });
    const node = findNode(definition, effect.node);
    const names = node?.kind === "action" ? Object.values(node.outputs) : [];
    const output = Object.fromEntries(names.map((name) => [name, `${effect.block}-${name}`]));
    happen({ do: "effect", at: effect.node, ends: { as, ...(names.length === 0 ? {} : { output }) } });
  };
  const inputName = (block: string, name: string): string => {
    const input = sayings.catalogue.blocks.find(({ key }) => key === block)?.inputs.find(({ key }) => key === name);
    return input ? labelOf(sayings, [input], name) : name;
  };
  const shownInput = (value: Json): string => {
    if (isLocalText(value)) return textIn(sayings, value);
    return typeof value === "object" ? JSON.stringify(value) : jsonText(value);
  };
  return (
    <section className={css.part} aria-labelledby="run-effects">
      <h3 id="run-effects">{t("now.effects")}</h3>
      {now.effects.length === 0 && <p className={css.muted}>{t("now.noEffects")}</p>}
      <ul className={css.effects}>
        {now.effects.map((effect) => {
          const at = drawnName(words, definition, effect.node);
          return (
            <li key={effect.key} data-run-effect={effect.node} data-status={effect.status}>
              <strong>{at}</strong>
              <small>
                {labelOf(sayings, sayings.catalogue.blocks, effect.block)} · {t(`effect.${states[effect.status]}`)}
              </small>
              <dl>
                {Object.entries(effect.input)
                  .filter(([, value]) => value !== null && value !== "")
                  .map(([name, value]) => (
                    <div key={name}>
                      <dt>{inputName(effect.block, name)}</dt>
                      <dd className="preWrap">{shownInput(value)}</dd>
                    </div>
                  ))}
              </dl>
              {(effect.status === "wanted" || effect.status === "failed" || effect.status === "unknown") && (
                <div className={css.acts} role="group" aria-label={t("effect.answer", { at })}>
                  <Button size="compact-sm" onClick={() => end(effect, "done")}>
                    {t("effect.done")}
                  </Button>
                  <Menu position="bottom-start">
                    <Menu.Target>
                      <Button size="compact-sm" variant="default">
                        {t("effect.fails")}
                      </Button>
                    </Menu.Target>
                    <Menu.Dropdown>
                      {reasonsFor(effect.block).map((reason) => (
                        <Menu.Item key={reason} onClick={() => fail(effect, t(`effect.because.${reason}`))}>
                          {t(`effect.because.${reason}`)}
                        </Menu.Item>
                      ))}
                    </Menu.Dropdown>
                  </Menu>
                  <Button size="compact-sm" variant="default" onClick={() => end(effect, "unknown")}>
                    {t("effect.unknown")}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
