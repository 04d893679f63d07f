import type { TaskAct } from "@sluice/process";
import { useQueryOf } from "../api/useQueryOf.ts";
import { type PeopleAct, WhomDialog } from "./WhomDialog.tsx";

interface PeopleActDialogProps {
  readonly act: PeopleAct;
  readonly onClose: () => void;
  readonly onAct: (act: TaskAct, label: string) => void;
}

/** Asks whom of the firm an act is about. */
export function PeopleActDialog(props: PeopleActDialogProps) {
  const people = useQueryOf("people.list");
  const active = (people.data ?? []).filter((person) => person.active);
  return <WhomDialog {...props} people={active.map(({ id, name }) => ({ value: id, label: name }))} />;
}
