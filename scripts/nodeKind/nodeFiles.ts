import type { KindNames } from "./kindNames.ts";

const capital = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

const schema = ({ kind }: KindNames): string => `import { z } from "zod";
import { onErrorSchema } from "../../definition/onError.ts";
import { stepBase } from "../../definition/step.ts";

/** Lets its token through. Settings of its own come after \`kind\`, each with the section of the inspector it stands in. */
export const ${kind}Schema = z.strictObject({ ...stepBase, kind: z.literal("${kind}"), onError: onErrorSchema });
export type ${capital(kind)}Node = z.infer<typeof ${kind}Schema>;
`;

const behaviour = ({ kind }: KindNames): string => `import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { leave } from "../../kernel/flow.ts";

/** Goes on at once by its plain wire. */
export const ${kind}: NodeBehaviour<"${kind}"> = {
  enter: (step, _node, token) => leave(step, token),
};
`;

const bpmn = ({ kind }: KindNames): string => `import type { NodeBpmn } from "../../bpmn/nodeBpmn.ts";

/** A task of no special sort. */
export const ${kind}Bpmn: NodeBpmn<"${kind}"> = { element: () => "task" };
`;

const test = ({ kind, en }: KindNames): string => `import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { taskOf } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

describe("${en.toLowerCase()}", () => {
  it("goes on at once", () => {
    const simulation = running({ a: { kind: "${kind}" }, z: taskOf("ann") }, [["a", "z"]]);

    expect(openAt(simulation)).toEqual(["z: ann"]);
  });
});
`;

const look = ({ kind }: KindNames): string => `import { IconPuzzle } from "@tabler/icons-react";
import { textIn } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import type { FaceProps, KindLook } from "../face.ts";
import { Card } from "../slots.tsx";

function ${capital(kind)}Face({ node }: FaceProps<"${kind}">) {
  const sayings = useSayings();
  return <Card icon={IconPuzzle} hue="action" title={textIn(sayings, node.name)} />;
}

/** Its name alone, until it has settings worth a second line. */
export const ${kind}Look: KindLook<"${kind}"> = { icon: IconPuzzle, hue: "action", Face: ${capital(kind)}Face };
`;

/** The files that only this kind has, by their path from the root. */
export const nodeFiles = (names: KindNames): Readonly<Record<string, string>> => {
  const folder = `packages/process/src/nodes/${names.kind}`;
  return {
    [`${folder}/schema.ts`]: schema(names),
    [`${folder}/behaviour.ts`]: behaviour(names),
    [`${folder}/bpmn.ts`]: bpmn(names),
    [`${folder}/${names.kind}.test.ts`]: test(names),
    [`studio/src/canvas/nodes/${names.kind}/${names.kind}Look.tsx`]: look(names),
  };
};
