/** The texts around the canvas: the list of processes, the header, publishing, versions. */
export const processes = {
  title: "Processes",
  intro: "What a record goes through, from its first status to its last.",
  rules: { quote: { costSigned: "Costing is signed off for what is quoted" } },
  table: { name: "Process", record: "Record", state: "State", version: "Version", running: "Running", late: "Overdue", changed: "Last change", by: "{{when}} by {{who}}" },
  state: { published: "Published", draft: "Draft", changed: "Draft pending" },
  empty: "No process is shipped or drawn yet.",
  search: "Search processes",
  header: {
    crumb: "Processes", draft: "Draft v{{version}}", viewing: "v{{version}}, read only", published: "v{{version}} published", liveNow_one: "v{{version}} live · {{count}} running", liveNow_other: "v{{version}} live · {{count}} running", notPublished: "Not published",
    view: "View", design: "Design", live: "Live", versions: "Versions", undo: "Undo", redo: "Redo", publish: "Publish", problems: "Problems:", errors_one: "error", errors_other: "errors", warnings_one: "warning", warnings_other: "warnings",
  },
  save: {
    saved: "Saved", incomplete: "Not saved: a setting is not filled in", saving: "Saving…", unsaved: "Not saved yet", failed: "Not saved. Your changes are kept in this browser.", retry: "Try again",
    conflict: "Someone changed this draft meanwhile. Yours is not saved; it is kept in this browser.", takeTheirs: "Use theirs", keepMine: "Overwrite with mine", restored: "Changes kept in this browser were brought back.",
  },
  publish: {
    title: "Publish version {{version}}", what: "New records follow version {{version}}. Running cases stay on the version they began with.", running_one: "{{count}} case goes on as it began.", running_other: "{{count}} cases go on as they began.",
    errors_one: "{{count}} error must be put right first.", errors_other: "{{count}} errors must be put right first.", warnings: "I have read the warnings", confirm: "Publish version {{version}}", cancel: "Cancel", done: "Version {{version}} is published.",
    unsaved: "The draft is not saved yet.", nothing: "Nothing has changed since version {{version}}.",
  },
  versions: {
    title: "Versions", current: "Published", published: "{{when}} by {{who}}", restore: "Restore as draft", restored: "Version {{version}} is now the draft. Undo brings the former one back.", none: "Nothing is published yet.", discard: "Discard the draft",
    discarded: "The draft was discarded.", discardConfirm: "What was changed since version {{version}} is gone then. Running cases are not touched.", keep: "Keep it",
  },
} as const;
