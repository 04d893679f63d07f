import { ActionIcon, Button } from "@mantine/core";
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconRoute,
  IconX,
} from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { takenIds } from "../model/elements.ts";
import { clsx } from "../nodes/clsx.ts";
import { Tile } from "../nodes/slots.tsx";
import { FindingActs } from "../problems/FindingActs.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { noWalk, type Walk } from "../store/walk.ts";
import { controlWords } from "./controlWords.ts";
import { stepWords } from "./stepWords.ts";
import { useWalk } from "./useWalk.ts";
import panel from "../inspector/inspector.module.css";
import css from "./walk.module.css";

/** Beside the canvas while a control point's counter-example is watched: its steps in words, and what plays them. Closing restores the view. */
export function CounterExample({ walk }: { readonly walk: Walk }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const flow = useReactFlow();
  const definition = useCanvas((state) => state.definition);
  const { at, count, isPlaying, step, jump, play } = useWalk();
  const list = useRef<HTMLOListElement>(null);
  const control = definition.controls?.find(({ id }) => id === walk.control);
  const words = walk.steps.map((each, index) => stepWords(sayings, definition, each, walk.steps.slice(0, index)));
  const now = words[at];
  const { chosen, control: opened } = walk;
  const proof = useCanvas((state) => state.proof.findings.get(opened));
  const index = definition.controls?.findIndex(({ id }) => id === opened) ?? -1;
  const close = () => store.getState().set(noWalk);

  // Taken while drawing for the first time: an effect would see the view that the first step has already moved.
  const [before] = useState(() => flow.getViewport());
  useEffect(() => {
    list.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
    return () => {
      void flow.setViewport(before);
      store.getState().select(chosen.filter((id) => takenIds(store.getState().definition).has(id)));
      document.querySelector<HTMLElement>(`[data-show-how="${opened}"]`)?.focus();
    };
  }, [flow, store, before, chosen, opened]);
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : event.key.startsWith("Arrow") ? -1 : 0;
    if (event.key === "Escape") close();
    else if (by !== 0) step(by);
    else return;
    event.preventDefault();
  };
  return (
    <aside
      className={clsx(panel.inspector, css.walk)}
      aria-label={say("controls.walk.title")}
      tabIndex={-1}
      data-walk={walk.control}
      onKeyDown={onKeyDown}
    >
      <header className={panel.head}>
        <Tile icon={IconRoute} hue="guard" />
        <div className={panel.heading}>
          <h2>{say("controls.walk.title")}</h2>
          <p>{say("controls.walk.about")}</p>
        </div>
        <ActionIcon aria-label={say("controls.walk.close")} onClick={close}>
          <IconX size={16} stroke={1.7} />
        </ActionIcon>
      </header>
      <div className={css.sentence}>{control && controlWords(sayings, definition, control)}</div>
      <ol ref={list} className={css.steps}>
        {words.map(({ did, saw, stands }, index) => (
          <li key={index} data-past={index < at || undefined}>
            <button type="button" aria-current={index === at ? "step" : undefined} onClick={() => jump(index)}>
              <b aria-hidden>{index + 1}</b>
              <span>
                <span className={css.did}>{did}</span>
                {saw.length > 0 && (
                  <span className={css.saw}>
                    {say("controls.saw.title")}{" "}
                    {saw
                      .map(({ field, value, isChanged }) =>
                        say(isChanged ? "controls.saw.changed" : "controls.saw.one", { field, value }),
                      )
                      .join(say("controls.saw.and"))}
                  </span>
                )}
                <span className={css.stands}>{stands}</span>
                {index === count - 1 && <span className={css.fails}>{say("controls.walk.here")}</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {proof && (
        <div className={css.fixes}>
          {proof.fix && <p>{textIn(sayings, proof.fix)}</p>}
          <FindingActs finding={{ ...proof, path: ["controls", index] }} hidesWatch />
        </div>
      )}
      <footer className={css.player} role="group" aria-label={say("controls.walk.player")}>
        <ActionIcon aria-label={say("controls.walk.first")} disabled={at === 0} onClick={() => jump(0)}>
          <IconPlayerSkipBack size={16} stroke={1.7} />
        </ActionIcon>
        <ActionIcon aria-label={say("controls.walk.back")} disabled={at === 0} onClick={() => step(-1)}>
          <IconPlayerTrackPrev size={16} stroke={1.7} />
        </ActionIcon>
        <Button
          variant="default"
          leftSection={isPlaying ? <IconPlayerPauseFilled size={13} /> : <IconPlayerPlayFilled size={13} />}
          onClick={play}
        >
          {say(isPlaying ? "controls.walk.pause" : "controls.walk.play")}
        </Button>
        <ActionIcon aria-label={say("controls.walk.next")} disabled={at === count - 1} onClick={() => step(1)}>
          <IconPlayerTrackNext size={16} stroke={1.7} />
        </ActionIcon>
        <span className={css.count}>{say("controls.walk.count", { number: at + 1, count })}</span>
      </footer>
      <p className="visuallyHidden" role="status">
        {now && say("controls.walk.now", { number: at + 1, count, did: now.did, stands: now.stands })}
      </p>
    </aside>
  );
}
