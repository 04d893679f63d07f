import { Button, Menu } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { ProcessDefinition, TaskAct } from "@sluice/process";
import { IconArrowBackUp, IconCheck, IconDots, IconHandGrab, IconMessage, IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskAnswer } from "../api/shapes.ts";
import { isCovered } from "../shell/isCovered.ts";
import { commentNeed } from "./commentNeed.ts";
import { EvidenceFields, type Missing } from "./EvidenceFields.tsx";
import { evidenceNeed, takesSignature } from "./evidenceNeed.ts";
import { PeopleActDialog } from "./PeopleActDialog.tsx";
import { SendBackDialog } from "./SendBackDialog.tsx";
import type { Evidence } from "./useEvidence.ts";
import { peopleActs, type PeopleAct } from "./WhomDialog.tsx";
import css from "./OpenTask.module.css";

interface TaskActsProps {
  readonly task: TaskAnswer["task"];
  readonly acts: readonly string[];
  /** Who may be taken out of the approval again. */
  readonly removable: TaskAnswer["removable"];
  readonly definition: ProcessDefinition | null;
  readonly visited: readonly string[];
  readonly evidence: Evidence;
  readonly isRunning: boolean;
  /** Answers whether it was accepted. */
  readonly onAct: (act: TaskAct, label: string) => Promise<boolean>;
}

const simpleActs = ["release", "withdraw", "reclaim", "urge"] as const;
const nothingMissing: Missing = { comment: false, attachment: false, signature: false };

/** The comment and the acts. Keys: a approves, r rejects, s sends back, c claims; what must come with it is asked for first. */
export function TaskActs({ task, acts, removable, definition, visited, evidence, isRunning, onAct }: TaskActsProps) {
  const { t } = useTranslation("inbox");
  const box = useRef<HTMLTextAreaElement>(null);
  const [missing, setMissing] = useState(nothingMissing);
  const [peopleAct, setPeopleAct] = useState<PeopleAct | null>(null);
  const [isSendingBack, setSendingBack] = useState(false);
  const step = definition?.nodes.find((node) => node.id === task.node);
  const can = (act: string): boolean => acts.includes(act);
  const canDecide = (can("complete") && task.kind !== "copy") || can("approve") || can("reject") || can("sendBack");

  const neededFor = (what: "attachment" | "signature"): string[] =>
    (["approve", "reject", "sendBack"] as const)
      .filter((act) => can(act) && evidenceNeed(definition, task.node, act)[what])
      .map((act) => t(act));
  const go = (act: TaskAct, label: string): void => {
    const need = evidenceNeed(definition, task.node, act.do);
    const lacking = {
      comment: commentNeed(definition, task.node, act.do) === "required" && evidence.comment.trim() === "",
      attachment: need.attachment && evidence.files.length === 0,
      signature: need.signature && evidence.signature.trim() === "",
    };
    setMissing(lacking);
    if (lacking.comment) box.current?.focus();
    if (lacking.comment || lacking.attachment || lacking.signature) return;
    void onAct(act, label);
  };
  const sendBack = (): void => {
    if (step?.kind === "approval" && step.sendBack?.to === "visited") setSendingBack(true);
    else go({ do: "sendBack" }, t("sendBack"));
  };
  const mayByKey = (act: string): boolean => can(act) && !isRunning && !isCovered();
  useHotkeys([
    ["a", () => (mayByKey("approve") ? go({ do: "approve" }, t("approve")) : undefined)],
    ["r", () => (mayByKey("reject") ? go({ do: "reject" }, t("reject")) : undefined)],
    ["s", () => (mayByKey("sendBack") ? sendBack() : undefined)],
    ["c", () => (mayByKey("claim") ? go({ do: "claim" }, t("claim")) : undefined)],
  ]);

  const doneName = t(task.kind === "copy" ? "markRead" : task.kind === "consult" ? "answerAct" : "complete");
  const outcomes = task.outcomes.length > 0 ? task.outcomes : [{ key: "done", name: doneName }];
  const others = [...["comment"].filter(can), ...simpleActs.filter(can), ...peopleActs.filter(can)];
  return (
    <>
      {canDecide || can("comment") ? (
        <EvidenceFields
          evidence={evidence}
          missing={missing}
          takesSignature={canDecide && takesSignature(definition, task.node)}
          neededFor={{ attachment: neededFor("attachment"), signature: neededFor("signature") }}
          box={box}
        />
      ) : null}
      <div className={css.buttons}>
        {can("claim") ? (
          <Button
            leftSection={<IconHandGrab size={15} />}
            loading={isRunning}
            onClick={() => go({ do: "claim" }, t("claim"))}
          >
            {t("claim")}
          </Button>
        ) : null}
        {can("complete")
          ? outcomes.map((outcome, index) => (
              <Button
                key={outcome.key}
                variant={index === 0 ? "filled" : "default"}
                loading={isRunning}
                onClick={() => go({ do: "complete", outcome: outcome.key }, outcome.name)}
              >
                {outcome.name}
              </Button>
            ))
          : null}
        {can("approve") ? (
          <Button
            leftSection={<IconCheck size={15} />}
            loading={isRunning}
            aria-keyshortcuts="a"
            onClick={() => go({ do: "approve" }, t("approve"))}
          >
            {t("approve")}
          </Button>
        ) : null}
        {can("sendBack") ? (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={15} />}
            disabled={isRunning}
            aria-keyshortcuts="s"
            onClick={sendBack}
          >
            {t("sendBack")}
          </Button>
        ) : null}
        {can("reject") ? (
          <Button
            variant="default"
            leftSection={<IconX size={15} />}
            disabled={isRunning}
            aria-keyshortcuts="r"
            onClick={() => go({ do: "reject" }, t("reject"))}
            styles={{ root: { color: "var(--err)" } }}
          >
            {t("reject")}
          </Button>
        ) : null}
        {can("comment") ? (
          <Button
            variant="default"
            leftSection={<IconMessage size={15} />}
            disabled={isRunning}
            onClick={() => go({ do: "comment" }, t("commentAct"))}
          >
            {t("commentAct")}
          </Button>
        ) : null}
        {others.length === 0 ? null : (
          <Menu position="top-end">
            <Menu.Target>
              <Button variant="subtle" color="gray" leftSection={<IconDots size={15} />}>
                {t("more")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {can("comment") ? (
                <Menu.Item onClick={() => go({ do: "comment" }, t("commentOnly"))}>{t("commentOnly")}</Menu.Item>
              ) : null}
              {simpleActs.filter(can).map((act) => (
                <Menu.Item key={act} onClick={() => go({ do: act }, t(act))}>
                  {t(act)}
                </Menu.Item>
              ))}
              {peopleActs.filter(can).map((act) => (
                <Menu.Item key={act} onClick={() => setPeopleAct(act)}>
                  {t(act === "consult" ? "consultAct" : act === "copy" ? "copyAct" : act)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {peopleAct === null ? null : (
        <PeopleActDialog
          act={peopleAct}
          among={peopleAct === "removeSigner" ? removable : null}
          onClose={() => setPeopleAct(null)}
          onAct={(act, label) => (setPeopleAct(null), go(act, label))}
        />
      )}
      {isSendingBack && definition !== null ? (
        <SendBackDialog
          definition={definition}
          visited={visited}
          from={task.node}
          onClose={() => setSendingBack(false)}
          onChoose={(to) => (
            setSendingBack(false),
            go(to === null ? { do: "sendBack" } : { do: "sendBack", to }, t("sendBack"))
          )}
        />
      ) : null}
    </>
  );
}
