import type { NodeKind } from "@sluice/process";
import { actionLook } from "./action/actionLook.tsx";
import { approvalLook } from "./approval/approvalLook.tsx";
import { assignLook } from "./assign/assignLook.tsx";
import { branchLook } from "./branch/branchLook.tsx";
import { ccLook } from "./cc/ccLook.tsx";
import { endLook } from "./end/endLook.tsx";
import type { KindLook } from "./face.ts";
import { guardLook } from "./guard/guardLook.tsx";
import { joinLook } from "./join/joinLook.tsx";
import { messageLook } from "./message/messageLook.tsx";
import { parallelLook } from "./parallel/parallelLook.tsx";
import { raceLook } from "./race/raceLook.tsx";
import { stageLook } from "./stage/stageLook.tsx";
import { startLook } from "./start/startLook.tsx";
import { subprocessLook } from "./subprocess/subprocessLook.tsx";
import { taskLook } from "./task/taskLook.tsx";
import { timerLook } from "./timer/timerLook.tsx";

/** How every kind looks. A kind without a look does not compile. */
export const looks: { readonly [K in NodeKind]: KindLook<K> } = {
  start: startLook,
  stage: stageLook,
  task: taskLook,
  approval: approvalLook,
  cc: ccLook,
  guard: guardLook,
  branch: branchLook,
  parallel: parallelLook,
  join: joinLook,
  timer: timerLook,
  message: messageLook,
  race: raceLook,
  action: actionLook,
  assign: assignLook,
  subprocess: subprocessLook,
  end: endLook,
};
