import type { ComponentType } from "react";
import type { FieldShape } from "../fieldSchema.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { BlockField } from "./BlockField.tsx";
import { BlockInputsField } from "./BlockInputsField.tsx";
import { ConditionField } from "./ConditionField.tsx";
import { DecisionTableField } from "./DecisionTableField.tsx";
import { EntryField } from "./EntryField.tsx";
import { ExpressionField } from "./ExpressionField.tsx";
import { FieldPathField } from "./FieldPathField.tsx";
import { FieldsField } from "./FieldsField.tsx";
import { FormField } from "./FormField.tsx";
import { LocalTextField } from "./LocalTextField.tsx";
import { MovesField } from "./MovesField.tsx";
import { NoteField } from "./NoteField.tsx";
import { PeopleField } from "./PeopleField.tsx";
import { PeopleTableField } from "./PeopleTableField.tsx";
import { PercentField } from "./PercentField.tsx";
import { PersonsField } from "./PersonsField.tsx";
import { ProcessField } from "./ProcessField.tsx";
import { RecordField } from "./RecordField.tsx";
import { RoleField } from "./RoleField.tsx";
import { RolesField } from "./RolesField.tsx";
import { SpanField } from "./SpanField.tsx";
import { VersionField } from "./VersionField.tsx";

type Widget = ComponentType<SchemaFieldProps>;

/** Widgets that a schema asks for by `.meta({ widget })`. Names without an entry are drawn from their type. */
const byMeta: Readonly<Record<string, Widget>> = {
  localText: LocalTextField,
  note: NoteField,
  people: PeopleField,
  expression: ExpressionField,
  fields: FieldsField,
  form: FormField,
  percent: PercentField,
  roles: RolesField,
  stepOfStage: EntryField,
  moves: MovesField,
  block: BlockField,
  innerBlock: BlockField,
  blockInputs: BlockInputsField,
  process: ProcessField,
  decisionTable: DecisionTableField,
  peopleTable: PeopleTableField,
};

/** Widgets for settings that are the same wherever they occur. */
const byName: Readonly<Record<string, Widget>> = {
  role: RoleField,
  personIds: PersonsField,
  path: FieldPathField,
  condition: ConditionField,
  start: ProcessField,
  version: VersionField,
};

const has = (shape: FieldShape, ...keys: readonly string[]): boolean =>
  keys.every((key) => shape.properties?.[key] !== undefined);

/** The widget for a setting: the one its schema names, else the one its shape or name tells; null leaves it to its type. */
export const widgetFor = (shape: FieldShape, name: string): Widget | null => {
  if (shape.widget !== undefined && byMeta[shape.widget]) return byMeta[shape.widget] ?? null;
  if (shape.items?.widget === "peopleRule") return PeopleField;
  if (has(shape, "en", "zh")) return LocalTextField;
  if (has(shape, "amount", "unit", "calendar")) return SpanField;
  if (shape.type === "object" && typeof shape.additionalProperties === "object") return RecordField;
  const isPlain = shape.type === "string" || shape.type === "array" || shape.anyOf !== undefined;
  return isPlain ? (byName[name] ?? null) : null;
};
