import { IconSearch } from "@tabler/icons-react";
import { looks } from "../nodes/looks.ts";
import { Tile } from "../nodes/slots.tsx";
import { useSayings } from "../sayings/useSayings.ts";
import { addKind } from "../store/addKind.ts";
import { useCanvasStore } from "../store/canvasContext.ts";
import { dragKind, nameOfKind } from "./kinds.ts";
import { useKindSearch } from "./useKindSearch.ts";
import css from "./palette.module.css";

const none: readonly string[] = [];

/** Every kind of step, to drag, or to add next to what is chosen by double click or Enter. */
export function Palette() {
  const { say } = useSayings();
  const store = useCanvasStore();
  const { words, setWords, groups } = useKindSearch(none);
  const first = groups[0]?.kinds[0]?.kind;
  return (
    <aside className={css.palette} aria-label={say("palette.label")}>
      <div className={css.search}>
        <IconSearch size={15} stroke={1.7} aria-hidden />
        <input
          type="search"
          value={words}
          placeholder={say("palette.search")}
          aria-label={say("palette.search")}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && first && words !== "") addKind(store, first, nameOfKind(first));
          }}
        />
        <kbd className={css.key} title={say("palette.quickAdd")}>
          A
        </kbd>
      </div>
      <div className={css.groups} tabIndex={-1}>
        {groups.map(({ key, kinds }) => (
          <section key={key} aria-labelledby={`palette-${key}`}>
            <h2 id={`palette-${key}`}>{say(`palette.group.${key}`)}</h2>
            {kinds.map(({ kind, name, about }) => (
              <button
                key={kind}
                type="button"
                className={css.item}
                draggable
                data-kind={kind}
                onDragStart={(event) => dragKind(event, kind)}
                onDoubleClick={() => addKind(store, kind, nameOfKind(kind))}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  addKind(store, kind, nameOfKind(kind));
                }}
              >
                <Tile icon={looks[kind].icon} hue={looks[kind].hue} round={looks[kind].round ?? false} />
                <span className={css.words}>
                  <b>{name}</b>
                  <small>{about}</small>
                </span>
              </button>
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className={css.empty}>{say("palette.nothing")}</p>}
      </div>
      <footer className={css.foot}>{say("palette.foot")}</footer>
    </aside>
  );
}
