import { IconSearch } from "@tabler/icons-react";
import { useSayings } from "../sayings/useSayings.ts";
import { addKind } from "../store/addKind.ts";
import { useCanvasStore } from "../store/canvasContext.ts";
import { dragOffer, type Offer } from "./kinds.ts";
import { OfferTile } from "./OfferTile.tsx";
import { useKindSearch } from "./useKindSearch.ts";
import css from "./palette.module.css";

const none: readonly string[] = [];

/** Every kind of step, and every action with what it needs, to drag, or to add next to what is chosen by double click or Enter. */
export function Palette() {
  const { say } = useSayings();
  const store = useCanvasStore();
  const { words, setWords, groups } = useKindSearch(none);
  const first = groups[0]?.offers[0];
  const add = ({ kind, called, block }: Offer) => addKind(store, kind, called, block === undefined ? {} : { block });
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
            if (event.key === "Enter" && first && words !== "") add(first);
          }}
        />
        <kbd className={css.key} title={say("palette.quickAdd")}>
          A
        </kbd>
      </div>
      <div className={css.groups} tabIndex={-1}>
        {groups.map(({ key, offers }) => (
          <section key={key} aria-labelledby={`palette-${key}`}>
            <h2 id={`palette-${key}`}>{say(`palette.group.${key}`)}</h2>
            {offers.map(({ id, name, about, ...offer }) => (
              <button
                key={id}
                type="button"
                className={css.item}
                draggable
                data-kind={offer.kind}
                onDragStart={(event) => dragOffer(event, offer)}
                onDoubleClick={() => add(offer)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  add(offer);
                }}
              >
                <OfferTile offer={offer} />
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
