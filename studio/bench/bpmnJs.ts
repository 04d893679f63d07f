import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css";
import { writeBpmn } from "@sluice/process/bpmn";
import Modeler from "bpmn-js/lib/Modeler";
import { aProcessOf } from "./aThousandSteps.ts";
import { offer, wantedNodes } from "./measured.ts";

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Diagram {
  zoom: (to: number) => void;
  viewbox: (box?: Drawn) => Drawn & { readonly scale: number };
}

const definition = aProcessOf(wantedNodes());
const modeler = new Modeler({ container: "#root" });
await modeler.importXML(writeBpmn(definition));
const diagram = modeler.get<Diagram>("canvas");
const registry = modeler.get<{ get: (id: string) => Drawn | undefined }>("elementRegistry");
const commands = modeler.get<{ canUndo: () => boolean; undo: () => void }>("commandStack");

offer({
  nodes: definition.nodes.length,
  zoomTo: (zoom) => diagram.zoom(zoom),
  pointOf: (id) => {
    const shape = registry.get(id);
    if (shape === undefined) throw new Error(`no ${id}`);
    const seen = diagram.viewbox();
    const middle = { x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 };
    diagram.viewbox({ ...seen, x: middle.x - seen.width / 2, y: middle.y - seen.height / 2 });
    return { x: innerWidth / 2, y: innerHeight / 2 };
  },
  undo: () => {
    const can = commands.canUndo();
    if (can) commands.undo();
    return can;
  },
});
