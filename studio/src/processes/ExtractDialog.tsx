import { Button, Group, Modal, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { extract, type Extraction } from "../canvas/extract/extract.ts";
import type { NotExtractable } from "../canvas/extract/whyNotExtract.ts";
import { findNode, isStep } from "../canvas/model/elements.ts";
import { standingIn } from "../canvas/model/makeRoom.ts";
import { type Sayings, textIn } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { joined } from "../canvas/sentences/joined.ts";
import { useCanvas, useCanvasStore } from "../canvas/store/canvasContext.ts";
import { drawnPlaces } from "../canvas/store/drawnPlaces.ts";
import { design as english } from "../i18n/en/design.ts";
import { design as chinese } from "../i18n/zh/design.ts";
import { ExtractPassed } from "./ExtractPassed.tsx";
import { processKey } from "./newProcess/processKey.ts";
import type { StudioPorts } from "./studioPorts.ts";
import css from "./extract.module.css";

const words = (key: "start" | "open" | "done") => ({ en: english.extract[key], zh: chinese.extract[key] });
const newWords = { start: words("start"), open: words("open"), done: words("done") };

/** Asked before a selection becomes a sub-process: its name, what goes in and comes out, or every reason why not. */
export function ExtractDialog({ ports }: { readonly ports: StudioPorts }) {
  const isAsked = useCanvas((state) => state.asking === "extract");
  return isAsked ? <Asked ports={ports} /> : null;
}

function Asked({ ports }: { readonly ports: StudioPorts }) {
  const sayings = useSayings();
  const { say, catalogue } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const ids = useCanvas((state) => state.selection);
  const [name, setName] = useState("");
  const [isMaking, setMaking] = useState(false);
  const [failure, setFailure] = useState<readonly string[]>([]);
  const given = name.trim();
  const taken = [definition.key, ...catalogue.processes.map(({ key }) => key)];
  const answer = extract(definition, {
    ids,
    key: processKey(given, definition.recordType, taken),
    name: { en: given, zh: given },
    words: newWords,
  });
  const close = () => store.getState().set({ asking: null });
  const make = async ({ made, edit, entry }: Extraction) => {
    setMaking(true);
    setFailure([]);
    try {
      await ports.create(made);
      const node = findNode(definition, entry);
      const places = node && isStep(node) ? drawnPlaces(store.getState(), node.stage) : {};
      store.getState().apply(standingIn(edit, places, places[entry]));
      close();
      notifications.show({ message: say("extract.made", { name: given }), color: "green", autoClose: 12_000 });
    } catch (error) {
      setFailure(ports.problems(error).map(({ message }) => message));
    } finally {
      setMaking(false);
    }
  };
  const extraction = "extraction" in answer ? answer.extraction : null;
  return (
    <Modal
      opened
      onClose={close}
      title={say("extract.title")}
      size={480}
      closeButtonProps={{ "aria-label": say("extract.cancel") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (extraction && given !== "" && !isMaking) void make(extraction);
        }}
      >
        <p className={css.about}>{say("extract.about")}</p>
        {extraction ? (
          <>
            <TextInput
              label={say("extract.name")}
              required
              maxLength={120}
              data-autofocus
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <ExtractPassed extraction={extraction} sayings={sayings} />
          </>
        ) : (
          <div role="alert" className={css.refused} data-refused>
            <b>{say("extract.refused")}</b>
            <ul>
              {("refused" in answer ? answer.refused : []).map((each) => (
                <li key={each.why}>{reasonWords(sayings, definition, each)}</li>
              ))}
            </ul>
          </div>
        )}
        {failure.length > 0 && (
          <ul role="alert" className={css.refused}>
            {failure.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        )}
        <Group justify="flex-end" mt={18} gap={8}>
          <Button variant="default" onClick={close}>
            {say("extract.cancel")}
          </Button>
          {extraction && (
            <Button type="submit" disabled={given === ""} loading={isMaking}>
              {say("extract.create")}
            </Button>
          )}
        </Group>
      </form>
    </Modal>
  );
}

const reasonWords = (
  sayings: Sayings,
  definition: Parameters<typeof findNode>[0],
  { why, steps, variables = [] }: NotExtractable,
): string =>
  sayings.say(`extract.why.${why === "notClosed" && steps.length === 0 ? "notClosedAll" : why}`, {
    steps: joined(
      sayings,
      steps.map((id) =>
        sayings.say("sentences.named", { name: textIn(sayings, findNode(definition, id)?.name) || id }),
      ),
    ),
    variables: joined(sayings, variables),
  });
