import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { deleteElements } from "../model/deleteElements.ts";
import { findNode } from "../model/elements.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { destination } from "../sentences/waySentences.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { wireLabel } from "../wires/wireLabel.ts";
import { AddHere } from "./AddHere.tsx";
import { barOf, goesOn } from "./bar.ts";
import { LeadsAway } from "./LeadsAway.tsx";
import { routing, type TreeItem, type TreeWay } from "./stageTree.ts";
import { TreeCard } from "./TreeCard.tsx";
import { deleteBlock, deleteWay } from "./treeEdits.ts";
import css from "./ways.module.css";

/** Cards one below the other, with what leads away beside them and a + between them. */
export function TreeItems({ items }: { readonly items: readonly TreeItem[] }) {
  return items.map((item) => <Item key={item.step.id} item={item} />);
}

function Item({ item }: { readonly item: TreeItem }) {
  const sayings = useSayings();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const { step, exits, ways, next, meeting } = item;
  const hasEnd = ways.length === 0 && next === null && exits.length === 0 && step.kind !== "end";
  const name = textIn(sayings, step.name);
  return (
    <>
      <TreeCard
        node={step}
        {...(!readOnly && {
          remove: {
            label: sayings.say(ways.length > 0 ? "tree.deleteBlock" : "tree.delete", { step: name }),
            edit: ways.length > 0 ? deleteBlock(item) : deleteElements([step.id]),
          },
        })}
      />
      {exits.length > 0 && (
        <div className={css.exits}>
          {exits.map((edge) => (
            <LeadsAway
              key={edge.id}
              element={edge.id}
              label={wireLabel(sayings, definition, edge)}
              to={textIn(sayings, findNode(definition, edge.to)?.name)}
            />
          ))}
        </div>
      )}
      {ways.length > 0 && <Ways item={item} />}
      {ways.length > 0 && meeting !== null && <i className={css.line} aria-hidden />}
      {next && routing.has(step.kind) && !readOnly && (
        <AddHere target={{ stage: step.stage, from: step.id, to: next.to }} label={sayings.say("tree.addWay")} isWide />
      )}
      {next && <Between edge={next} />}
      {hasEnd && !readOnly && (
        <AddHere target={{ stage: step.stage, from: step.id }} label={sayings.say("tree.after", { step: name })} />
      )}
      {exits.length === 1 && next === null && ways.length === 0 && !readOnly && exits[0] && (
        <AddHere
          target={{ edge: exits[0].id }}
          label={sayings.say("tree.before", { step: destination(sayings, definition, exits[0].to) })}
        />
      )}
    </>
  );
}

function Ways({ item: { step, ways, meeting } }: { readonly item: TreeItem }) {
  const { say } = useSayings();
  const readOnly = useCanvas((state) => state.readOnly);
  return (
    <div className={css.split}>
      {!readOnly && (
        <AddHere
          target={{ stage: step.stage, from: step.id, ...(meeting !== null && { to: meeting }) }}
          label={say("tree.addWay")}
          isWide
        />
      )}
      <div className={css.ways} data-meets={meeting !== null}>
        {ways.map((way, index) => (
          <Way key={way.edge.id} way={way} number={index + 1} bar={barOf(ways, index)} />
        ))}
      </div>
    </div>
  );
}

function Way({ way, number, bar }: { readonly way: TreeWay; readonly number: number; readonly bar: string }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const isChosen = useCanvas(({ selection }) => selection.includes(way.edge.id));
  const label = wireLabel(sayings, definition, way.edge) || say("tree.way", { number });
  const onward = way.leads === "inside" && goesOn(way.items);
  return (
    <div className={css.way} data-way={way.edge.id} data-bar={bar}>
      <div className={css.wayHead}>
        <button
          type="button"
          className={css.wayName}
          aria-pressed={isChosen}
          data-chosen={isChosen || undefined}
          onClick={() => store.getState().select([way.edge.id])}
        >
          {label}
        </button>
        {!readOnly && (
          <ActionIcon
            className={css.remove ?? ""}
            size={20}
            aria-label={say("tree.deleteWay", { way: label })}
            onClick={() => void store.getState().apply(deleteWay(way))}
          >
            <IconTrash size={13} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
      {!readOnly && (
        <AddHere
          target={{ edge: way.edge.id }}
          label={say("tree.before", { step: destination(sayings, definition, way.edge.to) })}
        />
      )}
      {way.leads === "elsewhere" && (
        <LeadsAway element={way.edge.id} label="" to={textIn(sayings, findNode(definition, way.edge.to)?.name)} />
      )}
      <TreeItems items={way.items} />
      {onward && <i className={css.fill} aria-hidden />}
    </div>
  );
}

function Between({ edge }: { readonly edge: NonNullable<TreeItem["next"]> }) {
  const sayings = useSayings();
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const isChosen = useCanvas(({ selection }) => selection.includes(edge.id));
  const label = wireLabel(sayings, definition, edge);
  return (
    <>
      {label !== "" && (
        <>
          <i className={css.line} aria-hidden />
          <button
            type="button"
            className={css.wayName}
            aria-pressed={isChosen}
            data-chosen={isChosen || undefined}
            onClick={() => store.getState().select([edge.id])}
          >
            {label}
          </button>
        </>
      )}
      {readOnly ? (
        <i className={css.line} aria-hidden />
      ) : (
        <AddHere
          target={{ edge: edge.id }}
          label={sayings.say("tree.before", { step: destination(sayings, definition, edge.to) })}
        />
      )}
    </>
  );
}
