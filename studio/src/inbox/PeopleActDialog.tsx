import type { TaskAct } from "@sluice/process";
import { useQueryOf } from "../api/useQueryOf.ts";
import { type PeopleAct, WhomDialog } from "./WhomDialog.tsx";

interface PeopleActDialogProps {
  readonly act: PeopleAct;
  /** Whom alone it may be about; null for anybody of the firm. */
  readonly among: readonly { readonly id: string; readonly name: string }[] | null;
  readonly onClose: () => void;
  readonly onAct: (act: TaskAct, label: string) => void;
}

/** Asks whom of the firm an act is about, or whom of these. */
export function PeopleActDialog({ among, ...props }: PeopleActDialogProps) {
  const people = useQueryOf("people.list");
  const offered = among ?? (people.data ?? []).filter((person) => person.active);
  return <WhomDialog {...props} people={offered.map(({ id, name }) => ({ value: id, label: name }))} />;
}
