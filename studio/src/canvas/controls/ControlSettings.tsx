import type { Act, Control } from "@sluice/process";
import { useSetField } from "../inspector/fieldContext.ts";
import { ConditionEditor } from "../inspector/widgets/ConditionEditor.tsx";
import { SpanField } from "../inspector/widgets/SpanField.tsx";
import { useSayings } from "../sayings/useSayings.ts";
import type { PointKind } from "./pointChoices.ts";
import { PointField, PointsField } from "./PointField.tsx";
import css from "./controls.module.css";

interface ControlSettingsProps {
  readonly control: Control;
  readonly index: number;
  /** What the checker says against its condition. */
  readonly problem: string | null;
}

/** What a control point speaks of, in the order its sentence reads. */
export function ControlSettings({ control, index, problem }: ControlSettingsProps) {
  const { say } = useSayings();
  const set = useSetField(["controls", index]);
  const label = (part: string) => say(`controls.part.${control.must}.${part}`);
  const pointOf = (part: string, point: Act, kind: PointKind = "any") => (
    <PointField label={label(part)} kind={kind} point={point} onChange={(it) => set({ ...control, [part]: it })} />
  );
  switch (control.must) {
    case "neverBefore":
      return (
        <div className={css.settings}>
          {pointOf("point", control.point)}
          <PointsField
            label={label("before")}
            points={control.before}
            onChange={(before) => set({ ...control, before })}
          />
        </div>
      );
    case "followedBy":
      return (
        <div className={css.settings}>
          {pointOf("point", control.point)}
          <PointsField label={label("by")} points={control.by} onChange={(by) => set({ ...control, by })} />
          <SpanField
            path={["controls", index, "within"]}
            shape={{}}
            value={control.within}
            required={false}
            name="within"
            within="control"
          />
          {control.within && <p className={css.hint}>{say("controls.withinHelp")}</p>}
        </div>
      );
    case "atMostOnce":
      return <div className={css.settings}>{pointOf("point", control.point)}</div>;
    case "notSamePerson":
      return (
        <div className={css.settings}>
          {pointOf("point", control.point, "actOrInitiator")}
          {pointOf("other", control.other, "act")}
        </div>
      );
    case "passes":
      return (
        <div className={css.settings}>
          <ConditionEditor
            path={["controls", index, "when"]}
            label={label("when")}
            isRequired
            problem={problem}
            when={control.when}
            withRows
            onChange={(when) => set({ ...control, when })}
          />
          {pointOf("through", control.through)}
          {pointOf("before", control.before)}
        </div>
      );
  }
}
