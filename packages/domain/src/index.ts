/**
 * The rules of the business, as pure functions of their arguments.
 *
 * A record type is a `RecordSchema`: what forms, lists, imports, expressions and the API know about it. `validateFields`
 * puts what people write into its one spelling or says everything that stands against it. Admins add fields (`customField`):
 * `withCustomFields` joins them to the built-in ones, and from there on nobody tells them apart. Money is exact (`Decimal`, never
 * a JS number); prices, costs and margins are computed here and nowhere else. `costSigned` is the rule that no quote goes
 * out uncosted. Rights are a table; time is counted in working calendars; names and texts are made searchable. How a value is
 * said to people (`shownValue`) is one rule for screens, mails and paper.
 */
export {
  accessBy,
  accessTo,
  fieldAccessOf,
  mayDo,
  rulesFor,
  type RecordRelation,
  type RightsQuestion,
} from "./rights/fieldAccess.ts";
export { addMoney, moneyJson, sumMoney, type Money, type MoneyJson } from "./money/money.ts";
export { addWorkingTime, type TimeSpan } from "./workingTime/addWorkingTime.ts";
export { workingClock } from "./workingTime/workingClock.ts";
export { exceptionalDays, stretchesOn } from "./workingTime/stretchesOn.ts";
export {
  chinaOfficeWeek,
  isUsable,
  ordinaryDay,
  type Stretch,
  type WorkingCalendar,
  type WorkingWeek,
  wallMsOf,
  workOf,
} from "./workingTime/workingCalendar.ts";
export { contentHash } from "./costing/contentHash.ts";
export { COST_DRIFT_TOLERANCE, costDrift, type CostMovement } from "./costing/costDrift.ts";
export { COST_SHEET_VALID, costSheetValidInputs, type FactInput } from "./costing/costSheetValid.ts";
export { fieldChangeProblems, VALUES_COUNTED } from "./customField/fieldChangeProblems.ts";
export {
  customFieldTypes,
  isCustomFieldKey,
  MOST_CUSTOM_FIELDS,
  type CustomField,
  type CustomFieldSettings,
  type CustomFieldType,
} from "./customField/customField.ts";
export { readFieldSettings, settingsOfType } from "./customField/readFieldSettings.ts";
export { rightsWithFields } from "./customField/rightsWithFields.ts";
export { settingProblem, type Setting } from "./customField/settingProblem.ts";
export { withCustomFields } from "./customField/withCustomFields.ts";
export {
  COST_SIGN_OFF_PROCESS,
  COST_CLEARED,
  COST_SIGNED_RULE,
  costingOutdated,
  costSigned,
  MAY_SEND_RULE,
  vouchedMilestones,
  ruleKeys,
  type CostFacts,
  type CostNotSignedReason,
  type SheetFacts,
} from "./costing/costSigned.ts";
export { costTotals, type CostLineTerms } from "./costing/costTotals.ts";
export { currencies } from "./money/currencies.ts";
export { dateText, parseDate, type CivilDate } from "./time/civilDate.ts";
export { Decimal } from "./money/decimal.ts";
export {
  decimalText,
  MONEY_LIMITS,
  parseDecimal,
  SHARE_LIMITS,
  type DecimalLimits,
  type ParsedDecimal,
} from "./money/parseDecimal.ts";
export { isStorableText } from "./field/isStorableText.ts";
export { fieldProblem, type FieldPlace, type FieldReason } from "./field/fieldProblem.ts";
export {
  fieldAccesses,
  rightsActions,
  rightsScopes,
  roles,
  type FieldAccess,
  type RightsAction,
  type RightsRule,
  type RightsScope,
  type Role,
} from "./rights/rightsRule.ts";
export { currencySign, moneyText } from "./shown/moneyText.ts";
export { groupDigits, isPlainDecimal } from "./shown/groupDigits.ts";
export { shareText, shiftPoint } from "./shown/shareText.ts";
export { shownValue, type ShownAs } from "./shown/shownValue.ts";
export { wallTime } from "./shown/wallTime.ts";
export { findRecordSchema, recordSchemas, type RecordTypeKey } from "./recordSchemas.ts";
export { instantOfWall, type ZoneOffset } from "./time/zoneOffset.ts";
export { instantText, parseInstant } from "./time/instant.ts";
export { marginOf, priceQuote, SHARE_PLACES, type PricedQuote, type QuoteTerms } from "./pricing/priceQuote.ts";
export { maskText } from "./rights/maskText.ts";
export { milestoneNames } from "./milestoneNames.ts";
export { minorUnitsOf, roundMoney } from "./money/roundMoney.ts";
export {
  MOST_LINES,
  validateFields,
  type FieldValues,
  type Validated,
  type ValidationMode,
} from "./field/validateFields.ts";
export { wrongFormat } from "./field/wrongFormat.ts";
export { isNeeded, readLayout } from "./layout/readLayout.ts";
export { MOST_SECTIONS, type Layout, type LayoutSection } from "./layout/layout.ts";
export { sectionsOf, type ShownSection } from "./layout/sectionsOf.ts";
export { normalName, plainText } from "./search/normalName.ts";
export { normalValue, type FieldValue, type NormalValue } from "./field/normalValue.ts";
export { priceLine, type LineTerms, type PricedLine } from "./pricing/priceLine.ts";
export { queryTokens, searchTokens } from "./search/searchTokens.ts";
export { quotedLineText, type CostedContent, type CostedLine, type QuotedLine } from "./costing/costedContent.ts";
export { rightsRules } from "./rights/rightsRules.ts";
export {
  knownField,
  textFormats,
  type Choice,
  type FieldDefault,
  type FieldSchema,
  type FieldType,
  type RecordSchema,
  type TextFormat,
} from "./field/recordSchema.ts";
