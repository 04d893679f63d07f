import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { useCanvasKeys } from "../keyboard/useCanvasKeys.ts";
import { findNode } from "../model/elements.ts";
import { clsx } from "../nodes/clsx.ts";
import { looks } from "../nodes/looks.ts";
import { Tile } from "../nodes/slots.tsx";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { type Paragraph, processSentences, type Sentence } from "./processSentences.ts";
import css from "./sentences.module.css";

/** The same process to read: what is chosen on the canvas is chosen here, and the other way round. */
export function Sentences() {
  const sayings = useSayings();
  const definition = useCanvas((state) => state.definition);
  const [chosen] = useCanvas((state) => state.selection);
  const root = useRef<HTMLDivElement>(null);
  useCanvasKeys(root, { isDrawn: false });
  const { chapters, always } = useMemo(() => processSentences(sayings, definition), [sayings, definition]);
  useEffect(() => {
    root.current?.querySelector("[data-chosen]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div
      ref={root}
      className={css.page}
      tabIndex={0}
      role="region"
      aria-label={sayings.say("views.sentences")}
      data-sentences
    >
      <article className={css.text}>
        {chapters.length === 0 && <p>{sayings.say("sentences.nothing")}</p>}
        {chapters.map((chapter, index) => (
          <section key={chapter.stage ?? ""} className={css.chapter}>
            <h2>
              {chapter.stage === null ? (
                chapter.heading
              ) : (
                <Choosable element={chapter.stage}>
                  <span className={css.number}>{index + (chapters[0]?.stage === null ? 0 : 1)}</span>
                  {chapter.heading}
                </Choosable>
              )}
            </h2>
            <p>
              <Says sentences={chapter.says} {...(chapter.stage !== null && { of: chapter.stage })} />
            </p>
            {chapter.steps.map((paragraph) => (
              <Told key={paragraph.element} paragraph={paragraph} />
            ))}
            {chapter.moves.length > 0 && <h3>{sayings.say("sentences.moves")}</h3>}
            {chapter.moves.map((paragraph) => (
              <Told key={paragraph.element} paragraph={paragraph} />
            ))}
          </section>
        ))}
        {always.length > 0 && (
          <section className={css.chapter}>
            <h2>{sayings.say("sentences.always")}</h2>
            <ul>
              {always.map((control) => (
                <li key={control}>{control}</li>
              ))}
            </ul>
          </section>
        )}
      </article>
    </div>
  );
}

function Told({ paragraph: { element, name, says } }: { readonly paragraph: Paragraph }) {
  const definition = useCanvas((state) => state.definition);
  const node = findNode(definition, element);
  const look = node ? looks[node.kind] : null;
  return (
    <div className={css.told}>
      {look ? (
        <Tile icon={look.icon} hue={look.hue} round={look.round ?? false} small />
      ) : (
        <span className={css.move} aria-hidden />
      )}
      <p>
        <b>
          <Choosable element={element}>{name}</Choosable>
        </b>{" "}
        <Says sentences={says} of={element} />
      </p>
    </div>
  );
}

function Says({ sentences, of }: { readonly sentences: readonly Sentence[]; readonly of?: string }) {
  const gap = useSayings().language === "zh" ? "" : " ";
  return sentences.map(({ element, text }, index) => (
    <Fragment key={index}>
      <Choosable element={element} isNamed={element === of}>
        {text}
      </Choosable>
      {gap}
    </Fragment>
  ));
}

interface ChoosableProps {
  readonly element: string;
  /** Its name stands before it, and is the button for all that is said of it. */
  readonly isNamed?: boolean;
  readonly children: ReactNode;
}

/** Words that choose what they speak of. They wrap like words, so they are no button elements. */
function Choosable({ element, isNamed = false, children }: ChoosableProps) {
  const store = useCanvasStore();
  const isChosen = useCanvas(({ selection }) => selection.includes(element));
  const choose = () => store.getState().select([element]);
  return (
    <span
      className={clsx(css.choosable, isChosen && css.chosen)}
      data-chosen={isChosen || undefined}
      data-says={element}
      onClick={choose}
      {...(!isNamed && {
        role: "button",
        tabIndex: 0,
        "aria-pressed": isChosen,
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          choose();
        },
      })}
    >
      {children}
    </span>
  );
}
