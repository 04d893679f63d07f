import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { findIn } from "./findIn.ts";
import css from "./find.module.css";

/** Looks for steps, people, roles and fields; arrows and Enter go from one to the next, Escape closes. */
export function FindPanel() {
  const isOpen = useCanvas((state) => state.isFinding);
  return isOpen ? <Open /> : null;
}

function Open() {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => findIn(sayings, definition, words), [sayings, definition, words]);
  const close = () => store.getState().set({ isFinding: false });
  const go = (index: number) => {
    const next = found[index];
    if (next === undefined) return;
    setAt(index);
    store.getState().select([next.element]);
  };
  const active = found[at];
  return (
    <section className={css.panel} aria-label={say("find.title")} data-find>
      <div className={css.search}>
        <input
          autoFocus
          type="search"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls="found-in-process"
          aria-activedescendant={active ? `found-${active.element}` : undefined}
          aria-label={say("find.title")}
          placeholder={say("find.words")}
          maxLength={100}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAt(-1);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") close();
            else if (event.key === "Enter" || event.key === "ArrowDown") go(Math.min(at + 1, found.length - 1));
            else if (event.key === "ArrowUp") go(Math.max(at - 1, 0));
            else return;
            event.preventDefault();
          }}
        />
        <ActionIcon aria-label={say("find.close")} onClick={close}>
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </div>
      <ul id="found-in-process" role="listbox" aria-label={say("find.title")}>
        {found.map(({ element, name, within, because }, index) => (
          <li
            key={element}
            id={`found-${element}`}
            role="option"
            aria-selected={index === at}
            data-active={index === at}
            ref={index === at ? (line) => line?.scrollIntoView({ block: "nearest" }) : undefined}
            onClick={() => go(index)}
          >
            <b>{name}</b> <small>{within}</small>
            {because !== null && <p>{because}</p>}
          </li>
        ))}
      </ul>
      {words.trim() !== "" && found.length === 0 && <p className={css.nothing}>{say("find.nothing")}</p>}
    </section>
  );
}
