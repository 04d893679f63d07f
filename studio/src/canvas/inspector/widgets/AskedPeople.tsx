import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { previewPeople } from "../../../api/previewPeople.ts";
import { problemsOf } from "../../../api/problemsOf.ts";
import { ReferenceInput } from "../../../form/ReferenceInput.tsx";
import { findNode } from "../../model/elements.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { joined } from "../../sentences/joined.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { useElementId } from "../fieldContext.ts";
import css from "../inspector.module.css";

/** Asks for which record, and by whom it would be begun, and answers whom the step would ask. */
export function AskedPeople() {
  const { say } = useSayings();
  const recordType = useCanvas(({ definition }) => definition.recordType);
  const [recordId, setRecordId] = useState<string | null>(null);
  const [initiatorId, setInitiatorId] = useState<string | null>(null);
  return (
    <div role="group" aria-label={say("preview.who")} className={css.asked}>
      <ReferenceInput
        refersTo={recordType}
        aria-label={say("preview.record")}
        placeholder={say("preview.record")}
        value={recordId}
        onChange={setRecordId}
      />
      <ReferenceInput
        refersTo="person"
        mt={6}
        aria-label={say("preview.initiator")}
        placeholder={say("preview.initiator")}
        value={initiatorId}
        onChange={setInitiatorId}
      />
      {recordId !== null && <Answer recordId={recordId} initiatorId={initiatorId} />}
    </div>
  );
}

function Answer({ recordId, initiatorId }: { readonly recordId: string; readonly initiatorId: string | null }) {
  const sayings = useSayings();
  const { say } = sayings;
  const { language } = sayings;
  const id = useElementId();
  const drawn = useCanvas(({ definition }) => findNode(definition, id));
  const variables = useCanvas(({ definition }) => definition.variables);
  const recordType = useCanvas(({ definition }) => definition.recordType);
  const [node] = useDebouncedValue(drawn, 300);
  const question = { node: node ?? {}, variables, recordType, recordId, ...(initiatorId !== null && { initiatorId }) };
  const { data, error, isFetching } = useQuery({
    queryKey: ["previewPeople", question],
    queryFn: ({ signal }) => previewPeople(question, signal),
    placeholderData: (previous) => previous,
  });
  const problems = data?.problems ?? (error ? problemsOf(error, language) : []);
  const people = (data?.people ?? []).map(({ name, standsFor }) =>
    standsFor === null ? name : say("preview.standsFor", { name, other: standsFor.name }),
  );
  return (
    <div className={css.answer} aria-live="polite" aria-busy={isFetching} data-preview>
      {problems.map(({ message }) => (
        <p key={message} className={css.problem}>
          {message}
        </p>
      ))}
      {problems.length === 0 && data && (
        <p>
          {people.length > 0
            ? say("preview.asks", { people: joined(sayings, people) })
            : say(`preview.${data.otherwise ?? "nobody"}`)}
        </p>
      )}
      {problems.length === 0 && data?.initiator && initiatorId === null && (
        <p className={css.quiet}>{say("preview.byOwner", { name: data.initiator.name })}</p>
      )}
    </div>
  );
}
