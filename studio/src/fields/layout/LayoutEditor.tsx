import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { isNeeded, type Layout, type RecordSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/surface.ts";
import { useCommand } from "../../api/useCommand.ts";
import { formPathsOf } from "../../records/formPathsOf.ts";
import { ProblemList } from "../../states/ProblemList.tsx";
import { FieldShelf } from "./FieldShelf.tsx";
import { HIDDEN, moveField, type Place, raiseSection, removeSection, stepTo } from "./layoutDraft.ts";
import { LayoutPreview } from "./LayoutPreview.tsx";
import { SectionHead } from "./SectionHead.tsx";
import css from "../fields.module.css";

interface LayoutEditorProps {
  readonly schema: RecordSchema;
  readonly role: string | null;
  readonly kept: OutputOf<"catalog.layouts">[number] | null;
}

/** Names of new sections, in both languages: they are saved so and can be changed at once. */
const names = { details: { en: "Details", zh: "详细信息" }, more: { en: "More", zh: "更多" } };

/** What is edited: the layout as it is kept, and every field of the page somewhere in it. */
const startingLayout = (schema: RecordSchema, kept: LayoutEditorProps["kept"]): Layout => {
  const usual = formPathsOf(schema);
  const sections = kept === null || kept.sections.length === 0 ? [{ title: names.details, fields: [] }] : kept.sections;
  const hidden = (kept?.hidden ?? []).filter((path) => usual.includes(path));
  const named = new Set([...sections.flatMap(({ fields }) => fields), ...hidden]);
  const others = usual.filter((path) => !named.has(path));
  return {
    hidden,
    sections: sections.map(({ title, fields }, index) => ({
      title,
      fields: [...fields.filter((path) => usual.includes(path)), ...(index === sections.length - 1 ? others : [])],
    })),
  };
};

/** Sections and their fields, moved by dragging or by keys, beside the page as it will be. */
export function LayoutEditor({ schema, role, kept }: LayoutEditorProps) {
  const { t } = useTranslation("fields");
  const queries = useQueryClient();
  const save = useCommand("fields.saveLayout");
  const [edited, setEdited] = useState<Layout | null>(null);
  const layout = edited ?? startingLayout(schema, kept);
  const [dragged, drag] = useState<Place | null>(null);
  const isConflict = save.problems.some(({ code }) => code === "VERSION_CONFLICT");

  const send = async (next: Layout | null): Promise<void> => {
    const answer = await save.run({
      recordType: schema.type,
      role,
      version: kept?.version ?? 0,
      layout: next as unknown as Record<string, Json> | null,
    });
    await queries.invalidateQueries({ predicate: (query) => query.queryKey[0] === "catalog.layouts" });
    if (answer === null) return;
    setEdited(null);
    notifications.show({ message: t("layoutSaved") });
  };
  const shelf = (section: number) => (
    <FieldShelf
      schema={schema}
      section={section}
      paths={section === HIDDEN ? layout.hidden : (layout.sections[section]?.fields ?? [])}
      isNeeded={(path) => isNeeded(schema.fields[path])}
      onDrag={drag}
      onDrop={(to) => {
        if (dragged === null) return;
        setEdited(moveField(layout, dragged, to));
        drag(null);
      }}
      onStep={(from, step) => {
        const to = stepTo(layout, from, step);
        setEdited(moveField(layout, from, to));
        return to;
      }}
      onHide={(from) => setEdited(moveField(layout, from, { section: HIDDEN, at: layout.hidden.length }))}
      onShow={(from) => {
        const last = layout.sections.length - 1;
        setEdited(moveField(layout, from, { section: last, at: layout.sections[last]?.fields.length ?? 0 }));
      }}
    />
  );

  return (
    <>
      {isConflict ? <p role="alert">{t("layoutConflict")}</p> : <ProblemList problems={save.problems} />}
      <div className={css.editing}>
        <div className={css.shelves}>
          {layout.sections.map((section, index) => (
            <section key={index} className={css.shelf} aria-label={section.title.en}>
              <SectionHead
                number={index + 1}
                title={section.title}
                isOnly={layout.sections.length === 1}
                onRename={(title) =>
                  setEdited({
                    ...layout,
                    sections: layout.sections.map((it, at) => (at === index ? { ...it, title } : it)),
                  })
                }
                onRaise={index === 0 ? null : () => setEdited(raiseSection(layout, index))}
                onRemove={() => setEdited(removeSection(layout, index))}
              />
              {shelf(index)}
            </section>
          ))}
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => setEdited({ ...layout, sections: [...layout.sections, { title: names.more, fields: [] }] })}
          >
            {t("sectionAdd")}
          </Button>
          <section className={css.shelf} aria-label={t("hiddenFields")}>
            <h2 className={css.shelfTitle}>{t("hiddenFields")}</h2>
            <p className={css.quiet}>{t("hiddenHelp")}</p>
            {shelf(HIDDEN)}
          </section>
        </div>
        <LayoutPreview schema={schema} layout={layout} />
      </div>
      <div className={css.foot}>
        <Button
          variant="default"
          disabled={kept === null || kept.sections.length === 0}
          onClick={() => void send(null)}
        >
          {t("layoutUsual")}
        </Button>
        <Button disabled={edited === null} loading={save.isRunning} onClick={() => void send(layout)}>
          {t("layoutSave")}
        </Button>
      </div>
    </>
  );
}
