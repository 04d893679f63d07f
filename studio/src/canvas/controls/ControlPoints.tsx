import { Button, Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { addControl, templates } from "./controlEdits.ts";
import { ControlList } from "./ControlList.tsx";
import { ControlRow } from "./ControlRow.tsx";
import { ProofState } from "./ProofState.tsx";
import section from "../inspector/inspector.module.css";
import css from "./controls.module.css";

const MOST = 50;

/** The sentences that hold on every path of a process: read by everybody, written from five templates by whoever draws. */
export function ControlPoints() {
  const { say } = useSayings();
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const proof = useCanvas((state) => state.proof);
  const [open, setOpen] = useState<string | null>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const controls = definition.controls ?? [];
  const add = (must: (typeof templates)[number]) => {
    store.getState().apply(addControl(must), { keepSelection: true });
    setOpen(store.getState().definition.controls?.at(-1)?.id ?? null);
  };
  return (
    <section className={section.section} aria-labelledby="section-controls">
      <h3 id="section-controls">{say("controls.title")}</h3>
      <p className={css.about}>{say(controls.length > 0 || readOnly ? "controls.about" : "controls.none")}</p>
      {readOnly ? (
        <ControlList definition={definition} />
      ) : (
        <>
          <ul className={css.list}>
            {controls.map((control, index) => (
              <ControlRow
                key={control.id}
                control={control}
                index={index}
                isOpen={open === control.id}
                onToggle={() => setOpen(open === control.id ? null : control.id)}
                onRemoved={() => adder.current?.focus()}
              />
            ))}
          </ul>
          <ProofState proof={proof} />
          <Menu position="bottom-start" width={284} withinPortal>
            <Menu.Target>
              <Button
                ref={adder}
                variant="default"
                size="compact-xs"
                leftSection={<IconPlus size={13} />}
                disabled={controls.length >= MOST}
              >
                {say("controls.add")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {templates.map((must) => (
                <Menu.Item key={must} onClick={() => add(must)}>
                  {say(`controls.template.${must}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </>
      )}
    </section>
  );
}
