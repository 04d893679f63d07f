import { EditorView } from "@codemirror/view";

/** The text box in the studio's own colours, so that it is light and dark with it. */
export const expressionTheme = EditorView.theme({
  "&": {
    border: "1px solid var(--line-strong)",
    borderRadius: "var(--r-sm)",
    backgroundColor: "var(--bg-panel)",
    color: "var(--tx-1)",
    fontSize: "12px",
  },
  "&.cm-focused": { outline: "none", borderColor: "var(--accent)", boxShadow: "0 0 0 3px var(--accent-ring)" },
  "&:has([aria-invalid=true])": { borderColor: "var(--err)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", maxHeight: "160px" },
  ".cm-content": { padding: "6px 2px", caretColor: "var(--tx-1)" },
  ".cm-line": { padding: "0 6px" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--err)",
    textUnderlineOffset: "3px",
    paddingBottom: "0",
  },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--warn-solid)",
    textUnderlineOffset: "3px",
    paddingBottom: "0",
  },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--err)" },
  ".cm-lintPoint-warning:after": { borderBottomColor: "var(--warn-solid)" },
  ".cm-tooltip": {
    border: "1px solid var(--line)",
    borderRadius: "var(--r-md)",
    backgroundColor: "var(--bg-panel)",
    color: "var(--tx-1)",
    boxShadow: "var(--shadow-2)",
    overflow: "hidden",
    zIndex: "300",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": {
    fontFamily: "var(--mono)",
    fontSize: "12px",
    maxHeight: "220px",
    maxWidth: "min(420px, 90vw)",
    minWidth: "220px",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": {
    display: "flex",
    gap: "12px",
    justifyContent: "space-between",
    padding: "4px 8px",
    lineHeight: "18px",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent-soft)", color: "var(--tx-1)" },
  ".cm-completionLabel": { overflow: "hidden", textOverflow: "ellipsis" },
  ".cm-completionDetail": {
    flex: "none",
    marginLeft: "0",
    fontFamily: "var(--font)",
    fontStyle: "normal",
    color: "var(--tx-2)",
  },
  ".cm-tooltip-lint": { maxWidth: "320px", padding: "2px 0", fontFamily: "var(--font)", fontSize: "12px" },
  ".cm-diagnostic": { borderLeft: "none", padding: "4px 8px" },
});

/** Words are no code: they look as they do in any other field. */
export const wordsTheme = EditorView.theme({
  "&": { fontSize: "13px" },
  ".cm-scroller": { fontFamily: "var(--font)", maxHeight: "260px" },
  "&:has([data-written=text]) .cm-content": { minHeight: "68px" },
});
