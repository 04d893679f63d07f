import { SegmentedControl, Select, Switch, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { STORY_LIMITS } from "@sluice/process";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCatalogue } from "../canvas/sayings/catalogue.ts";
import { labelOf, fieldAt, fieldLabel } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { ReferenceInput } from "../form/ReferenceInput.tsx";
import { copyRecord } from "./copyRecord.ts";
import { GivenVariables } from "./GivenVariables.tsx";
import { PathInput } from "./PathInput.tsx";
import { playedFirm, realFirm } from "./playedFirm.ts";
import { readFirm } from "./readFirm.ts";
import { relevantPaths, rulesAsked } from "./relevantPaths.ts";
import { reasonsAgainst } from "./ruleReasons.ts";
import { begunWith, changed, givenAnew } from "./run.ts";
import { nameOf } from "./runWords.ts";
import { instantOfWallTime, wallTimeOf } from "./storyZone.ts";
import type { OpenRun } from "./useRun.ts";
import css from "./testRun.module.css";

/** What a run begins from: people, who begins it and when, the record (typed in, or a copy of a real one), and which rules of the trade hold. */
export function GivenPanel({ open }: { readonly open: OpenRun }) {
  return (
    <section className={css.section} aria-labelledby="given-title">
      <GivenPeople open={open} />
      <GivenRecord open={open} />
      <GivenVariables open={open} />
      <GivenRules open={open} />
    </section>
  );
}

function GivenPeople({ open: { run, words, change } }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const { roles } = useCatalogue();
  const { given } = run.story;
  const [isReading, setReading] = useState(false);
  const isReal = given.people.length > 0 && given.people.every(({ name }) => name === undefined);
  const people = given.people.map(({ id }) => ({ value: id, label: nameOf(words, id) }));
  const choose = async (firm: string) => {
    if (firm === "played") return change(begunWith(run, playedFirm(roles, STORY_LIMITS.people)));
    setReading(true);
    try {
      change(begunWith(run, realFirm(await readFirm(), STORY_LIMITS.people)));
    } catch {
      notifications.show({ message: t("given.unread"), color: "red" });
    } finally {
      setReading(false);
    }
  };
  return (
    <>
      <h2 id="given-title">{t("given.title")}</h2>
      <SegmentedControl
        fullWidth
        aria-label={t("given.people")}
        value={isReal ? "real" : "played"}
        disabled={isReading}
        data={[
          { value: "played", label: t("given.played") },
          { value: "real", label: t("given.real") },
        ]}
        onChange={(firm) => void choose(firm)}
      />
      <p className={css.muted} role="status">
        {isReading && t("given.loading")}
      </p>
      <div className={css.pair}>
        <Select
          label={t("given.by")}
          data={[{ value: "", label: t("given.machine") }, ...people]}
          value={given.by ?? ""}
          allowDeselect={false}
          onChange={(by) => change(givenAnew(run, { by: by === "" ? null : by }))}
        />
        <Select
          label={t("given.owner")}
          data={people}
          value={given.ownerId ?? null}
          allowDeselect={false}
          onChange={(ownerId) => ownerId !== null && change(givenAnew(run, { ownerId }))}
        />
      </div>
      <BeginsAt
        key={given.at}
        wall={wallTimeOf(run.story, given.at)}
        onChange={(wall) => {
          const at = instantOfWallTime(run.story, wall);
          if (at !== null) change(givenAnew(run, { at }));
          return at !== null;
        }}
      />
    </>
  );
}

/** The date and time of the beginning; taken over once it is one. */
function BeginsAt({ wall, onChange }: { readonly wall: string; readonly onChange: (wall: string) => boolean }) {
  const { t } = useTranslation("testRun");
  const [typed, setTyped] = useState(wall);
  const [isUnfit, setUnfit] = useState(false);
  return (
    <TextInput
      mt={8}
      type="datetime-local"
      label={t("given.at")}
      value={typed}
      error={isUnfit && t("given.unfit")}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed !== wall && setUnfit(!onChange(typed))}
    />
  );
}

function GivenRecord({ open: { run, now, plan, definition, change } }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const sayings = useSayings();
  const { schema } = useCatalogue();
  const asked = useMemo(() => relevantPaths(plan), [plan]);
  const [added, setAdded] = useState<readonly string[]>([]);
  const paths = [...new Set([...asked, ...added])].filter((path) => fieldAt(sayings, path)?.type !== "lines");
  const others = Object.keys(schema?.fields ?? {}).filter(
    (path) => !paths.includes(path) && fieldAt(sayings, path)?.type !== "lines",
  );
  const take = async (id: string) => {
    if (schema === null) return;
    try {
      const copied = await copyRecord(schema, id, asked);
      if (copied === null) return;
      const owner = run.story.given.people.find((person) => person.id === copied.ownerId)?.id;
      change(givenAnew(run, { record: copied.record as never, ...(owner === undefined ? {} : { ownerId: owner }) }));
      notifications.show({ message: t("given.copied", { title: copied.title }) });
    } catch {
      notifications.show({ message: t("given.copyFailed"), color: "red" });
    }
  };
  return (
    <div className={css.record}>
      <h3>{t(run.at === 0 ? "given.record" : "given.recordNow")}</h3>
      <ReferenceInput
        label={t("given.copy")}
        refersTo={definition.recordType}
        value={null}
        onChange={(id) => id !== null && void take(id)}
      />
      {run.at > 0 && <p className={css.muted}>{t("given.change")}</p>}
      {paths.length === 0 && <p className={css.muted}>{t("given.none")}</p>}
      {paths.map((path) => (
        <PathInput
          key={path}
          path={path}
          label={fieldLabel(sayings, path)}
          field={path.includes(".") ? null : (schema?.fields[path] ?? null)}
          value={now.record[path]}
          onChange={(value) => change(changed(run, { fields: { [path]: value } }))}
        />
      ))}
      {others.length > 0 && (
        <Select
          label={t("given.otherField")}
          data={others.map((path) => ({ value: path, label: fieldLabel(sayings, path) }))}
          value={null}
          searchable
          onChange={(path) => path !== null && setAdded([...added, path])}
        />
      )}
    </div>
  );
}

function GivenRules({ open: { run, definition, change } }: { readonly open: OpenRun }) {
  const { t } = useTranslation("testRun");
  const sayings = useSayings();
  const rules = useMemo(() => rulesAsked(definition), [definition]);
  if (rules.length === 0) return null;
  const told = [
    run.story.given.rules,
    ...run.story.steps.slice(0, run.at).map(({ when }) => (when.do === "change" ? when.rules : undefined)),
  ];
  const holds = (rule: string): boolean => (told.findLast((it) => it?.[rule] !== undefined)?.[rule] ?? []).length === 0;
  return (
    <div className={css.record}>
      <h3>{t("given.rules")}</h3>
      {rules.map((rule) => (
        <Switch
          key={rule}
          data-rule={rule}
          label={labelOf(sayings, sayings.catalogue.rules, rule)}
          checked={holds(rule)}
          onChange={(event) =>
            change(changed(run, { rules: { [rule]: event.currentTarget.checked ? [] : reasonsAgainst(rule) } }))
          }
        />
      ))}
    </div>
  );
}
