import { type RefObject, useEffect, useRef, useState } from "react";
import { looks } from "../nodes/looks.ts";
import { Tile } from "../nodes/slots.tsx";
import { useSayings } from "../sayings/useSayings.ts";
import { addKind } from "../store/addKind.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import type { QuickAdd } from "../store/canvasStore.ts";
import { nameOfKind } from "./kinds.ts";
import { useKindSearch } from "./useKindSearch.ts";
import css from "./palette.module.css";

/** Between two steps nothing ends. */
const onWire: readonly string[] = ["stage", "start", "end"];
const afterStep: readonly string[] = ["stage", "start"];
const afresh: readonly string[] = [];

/** The palette where the hand is: asked for by A, by the + of a wire, or by dropping a wire on empty canvas. */
export function QuickAddMenu({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const asked = useCanvas((state) => state.quickAdd);
  return asked ? <OpenMenu key={`${asked.screen.x} ${asked.screen.y}`} asked={asked} root={root} /> : null;
}

function OpenMenu({ asked, root }: { readonly asked: QuickAdd; readonly root: RefObject<HTMLElement | null> }) {
  const { say } = useSayings();
  const store = useCanvasStore();
  const menu = useRef<HTMLDivElement>(null);
  const { words, setWords, groups } = useKindSearch(
    asked.edge !== undefined ? onWire : asked.from !== undefined ? afterStep : afresh,
  );
  const kinds = groups.flatMap((group) => group.kinds);
  const [at, setAt] = useState(0);
  const active = kinds[Math.min(at, kinds.length - 1)]?.kind;
  const close = () => {
    store.getState().set({ quickAdd: null });
    root.current?.focus();
  };
  const choose = (kind = active) => {
    if (!kind) return;
    const { screen: _screen, ...target } = asked;
    addKind(store, kind, nameOfKind(kind), target);
    close();
    // What was just added is named next.
    const [made] = store.getState().selection;
    if (made !== undefined) store.getState().set({ focusField: { id: made, path: ["name"] } });
  };
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!menu.current?.contains(event.target as Node)) store.getState().set({ quickAdd: null });
    };
    document.addEventListener("pointerdown", outside, true);
    return () => document.removeEventListener("pointerdown", outside, true);
  }, [store]);
  const frame = root.current?.getBoundingClientRect();
  const left = Math.max(8, Math.min(asked.screen.x - (frame?.left ?? 0), (frame?.width ?? 800) - 256));
  const top = Math.max(8, Math.min(asked.screen.y - (frame?.top ?? 0), (frame?.height ?? 600) - 372));
  return (
    <div ref={menu} className={css.menu} style={{ left, top }} role="dialog" aria-label={say("palette.quickAdd")}>
      <div className={css.search}>
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="quick-add-kinds"
          aria-activedescendant={active ? `quick-${active}` : undefined}
          aria-label={say("palette.search")}
          placeholder={say("palette.search")}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === "Escape") close();
            else if (event.key === "Enter") choose();
            else if (event.key === "ArrowDown") setAt((now) => Math.min(now + 1, kinds.length - 1));
            else if (event.key === "ArrowUp") setAt((now) => Math.max(now - 1, 0));
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <div className={css.groups} id="quick-add-kinds" role="listbox" aria-label={say("palette.label")}>
        {groups.map((group) => (
          <div key={group.key} role="group" aria-labelledby={`quick-group-${group.key}`}>
            <div id={`quick-group-${group.key}`} className={css.menuGroup} aria-hidden>
              {say(`palette.group.${group.key}`)}
            </div>
            {group.kinds.map(({ kind, name, about }) => (
              <div
                key={kind}
                id={`quick-${kind}`}
                role="option"
                aria-selected={kind === active}
                className={css.item}
                data-active={kind === active}
                data-kind={kind}
                ref={kind === active ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
                onClick={() => choose(kind)}
              >
                <Tile icon={looks[kind].icon} hue={looks[kind].hue} round={looks[kind].round ?? false} />
                <span className={css.words}>
                  <b>{name}</b>
                  <small>{about}</small>
                </span>
              </div>
            ))}
          </div>
        ))}
        {kinds.length === 0 && <p className={css.empty}>{say("palette.nothing")}</p>}
      </div>
    </div>
  );
}
