import { useStore } from "zustand";
import { isOfProof } from "../canvas/controls/proof.ts";
import { FindingActs } from "../canvas/problems/FindingActs.tsx";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import { isOfStories } from "../testRun/isOfStories.ts";
import { FindingRows } from "./publish/FindingRows.tsx";

/** What the checker found, and what can be done about it. What a proof came to stands with the control points, what stories say with them. */
export function PublishFindings({ store }: { readonly store: CanvasStore }) {
  const definition = useStore(store, (state) => state.definition);
  const all = useStore(store, ({ problems }) => problems.findings);
  const findings = all.filter((finding) => !isOfProof(finding) && !isOfStories(finding));
  if (findings.length === 0) return null;
  return (
    <CanvasProvider value={store}>
      <FindingRows
        findings={findings}
        definition={definition}
        actsOn={(finding) => <FindingActs finding={finding} hidesWatch />}
      />
    </CanvasProvider>
  );
}
