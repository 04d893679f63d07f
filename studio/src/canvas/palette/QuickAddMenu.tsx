import { type RefObject, useEffect, useRef, useState } from "react";
import { useSayings } from "../sayings/useSayings.ts";
import { addKind } from "../store/addKind.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import type { QuickAdd } from "../store/canvasStore.ts";
import type { Offer } from "./kinds.ts";
import { OfferTile } from "./OfferTile.tsx";
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
  const offers = groups.flatMap((group) => group.offers);
  const [at, setAt] = useState(0);
  const active = offers[Math.min(at, offers.length - 1)];
  const close = () => {
    store.getState().set({ quickAdd: null });
    root.current?.focus();
  };
  const choose = (offer: Offer | undefined = active) => {
    if (!offer) return;
    const { kind, called, block } = offer;
    const { screen: _screen, ...target } = asked;
    addKind(store, kind, called, { ...target, ...(block !== undefined && { block }) });
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
          aria-activedescendant={active ? `quick-${active.id}` : undefined}
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
            else if (event.key === "ArrowDown") setAt((now) => Math.min(now + 1, offers.length - 1));
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
            {group.offers.map(({ id, name, about, ...offer }) => (
              <div
                key={id}
                id={`quick-${id}`}
                role="option"
                aria-selected={id === active?.id}
                className={css.item}
                data-active={id === active?.id}
                data-kind={offer.kind}
                ref={id === active?.id ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
                onClick={() => choose(offer)}
              >
                <OfferTile offer={offer} />
                <span className={css.words}>
                  <b>{name}</b>
                  <small>{about}</small>
                </span>
              </div>
            ))}
          </div>
        ))}
        {offers.length === 0 && <p className={css.empty}>{say("palette.nothing")}</p>}
      </div>
    </div>
  );
}
