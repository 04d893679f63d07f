import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import type { Step } from "@sluice/process";
import { IconStack2, IconTransform } from "@tabler/icons-react";
import { useState } from "react";
import { listed } from "../../text/listed.ts";
import { replaceKind, settingsLost, type StepKind } from "../model/replaceKind.ts";
import { looks } from "../nodes/looks.ts";
import { Tile } from "../nodes/slots.tsx";
import { kindGroups } from "../palette/kinds.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvasStore } from "../store/canvasContext.ts";
import { useLabels } from "./useLabels.ts";
import css from "./inspector.module.css";

const stepKinds = kindGroups
  .flatMap(({ kinds }) => [...kinds])
  .filter((kind): kind is StepKind => kind !== "stage" && kind !== "start");

/** What a step can become: another kind, saying what it would lose, or a sub-process of its own. */
export function StepActs({ step }: { readonly step: Step }) {
  const { say, language } = useSayings();
  const labels = useLabels();
  const store = useCanvasStore();
  const [isOpen, setOpen] = useState(false);
  return (
    <Menu position="bottom-end" width={250} withinPortal opened={isOpen} onChange={setOpen}>
      <Menu.Target>
        <Tooltip label={say("acts.change")} disabled={isOpen}>
          <ActionIcon aria-label={say("acts.change")}>
            <IconTransform size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 420, overflow: "auto" }}>
        <Menu.Item
          leftSection={<IconStack2 size={16} stroke={1.6} />}
          onClick={() => store.getState().set({ asking: "extract" })}
        >
          {say("acts.extract")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say("acts.kind")}</Menu.Label>
        {stepKinds
          .filter((kind) => kind !== step.kind)
          .map((kind) => ({ kind, lost: settingsLost(step, kind).map((key) => labels.field(key, step.kind)) }))
          .sort((one, other) => one.lost.length - other.lost.length)
          .map(({ kind, lost }) => {
            const look = looks[kind];
            return (
              <Menu.Item
                key={kind}
                data-kind={kind}
                leftSection={<Tile icon={look.icon} hue={look.hue} round={look.round ?? false} small />}
                onClick={() => void store.getState().apply(replaceKind(step.id, kind))}
              >
                {say(`kind.${kind}.name`)}
                {lost.length > 0 && (
                  <small className={css.loses} title={listed(lost, language)}>
                    {say("acts.loses", { settings: listed(lost, language) })}
                  </small>
                )}
              </Menu.Item>
            );
          })}
      </Menu.Dropdown>
    </Menu>
  );
}
