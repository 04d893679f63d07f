import { setDiagnostics } from "@codemirror/lint";
import { Compartment, type Extension } from "@codemirror/state";
import { EditorView, repositionTooltips } from "@codemirror/view";
import type { ExpressionFault } from "@sluice/process";
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../../store/canvasContext.ts";
import { changeTo } from "./changeTo.ts";
import { expressionExtensions, isFromOutside } from "./expressionExtensions.ts";
import type { Typing } from "./typing.ts";

/** What a screen around the text box can do with it. */
export interface TextBox {
  /** Puts a text in the place of what is chosen, and goes on behind it. */
  readonly insert: (text: string) => void;
}

/** What the text box shows, and what it tells of what is typed. */
export interface ExpressionEditorProps extends Pick<Typing, "written" | "suggest" | "isAllowed"> {
  readonly ref?: Ref<TextBox>;
  readonly label: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
  readonly readOnly: boolean;
  readonly value: string;
  readonly faults: readonly ExpressionFault[];
  readonly onChange: (text: string) => void;
}

type Attributes = Pick<ExpressionEditorProps, "label" | "describedBy" | "isWrong" | "readOnly" | "written">;

const attributesOf = ({ label, describedBy, isWrong, readOnly, written }: Attributes): Extension => [
  EditorView.editable.of(!readOnly),
  EditorView.contentAttributes.of({
    "aria-label": label,
    "aria-describedby": describedBy,
    "aria-invalid": String(isWrong),
    "aria-readonly": String(readOnly),
    spellcheck: String(written !== "expression"),
    "data-written": written,
    tabindex: "0",
  }),
];

/**
 * The text box of an expression. What is typed is an edit of the drawing at once, so undo takes back what was typed here first
 * and then what was done before. Loaded only when an expression is shown as text.
 */
export function ExpressionEditor(props: ExpressionEditorProps) {
  const { ref, label, describedBy, isWrong, readOnly, value, faults, onChange, written, suggest, isAllowed } = props;
  const sayings = useSayings();
  const store = useCanvasStore();
  const problems = useCanvas((state) => state.problems);
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const attributes = useRef(new Compartment());
  const typing = useRef<Typing>({ written, suggest, isAllowed, sayings, onChange, store });
  const start = useRef({ value, attributes: attributesOf({ label, describedBy, isWrong, readOnly, written }) });
  // what was typed and has not come back from the drawing yet: the answer to an earlier key must not undo a later one
  const sent = useRef<string[]>([]);
  useLayoutEffect(() => {
    const send = (text: string) => {
      sent.current.push(text);
      onChange(text);
    };
    typing.current = { written, suggest, isAllowed, sayings, onChange: send, store };
  });
  useLayoutEffect(() => {
    const editor = new EditorView({
      doc: start.current.value,
      extensions: [expressionExtensions(() => typing.current), attributes.current.of(start.current.attributes)],
      ...(parent.current ? { parent: parent.current } : {}),
    });
    view.current = editor;
    return () => editor.destroy();
  }, []);
  useLayoutEffect(() => {
    const answered = sent.current.indexOf(value);
    sent.current = answered === -1 ? [] : sent.current.slice(answered + 1);
    const { current: editor } = view;
    const change = answered === -1 && editor ? changeTo(editor.state.doc.toString(), value) : null;
    if (change)
      editor?.dispatch({
        changes: change,
        selection: { anchor: change.from + change.insert.length },
        annotations: isFromOutside.of(true),
      });
  }, [value]);
  useEffect(() => {
    view.current?.dispatch({
      effects: attributes.current.reconfigure(attributesOf({ label, describedBy, isWrong, readOnly, written })),
    });
  }, [label, describedBy, isWrong, readOnly, written]);
  useEffect(() => {
    const { current: editor } = view;
    if (!editor) return;
    const { length } = editor.state.doc;
    const marks = faults
      .filter(({ to }) => to <= length)
      .map(({ from, to, severity, message }) => ({ from, to, severity, message: textIn(sayings, message) }));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [faults, sayings]);
  useImperativeHandle(ref, () => ({
    insert: (text) => {
      const { current: editor } = view;
      editor?.dispatch(editor.state.replaceSelection(text));
      editor?.focus();
    },
  }));
  // what the checker says stands above and below, and moves the text box under what is offered
  useEffect(() => {
    if (view.current) repositionTooltips(view.current);
  }, [problems, faults]);
  return <div ref={parent} />;
}
