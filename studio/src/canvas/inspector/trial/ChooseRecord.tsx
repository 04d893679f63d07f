import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReferenceInput } from "../../../form/ReferenceInput.tsx";
import { useCatalogue } from "../../sayings/catalogue.ts";
import { useTriedRecords } from "./triedRecord.ts";
import css from "./trial.module.css";

/** Chooses the record that conditions and texts are tried on. */
export function ChooseRecord({ isChosen }: { readonly isChosen: boolean }) {
  const { t } = useTranslation("testRun");
  const { schema } = useCatalogue();
  const choose = useTriedRecords((state) => state.choose);
  const [isChoosing, setChoosing] = useState(false);
  if (schema === null) return null;
  return isChoosing ? (
    <ReferenceInput
      mt={6}
      aria-label={t("trial.record")}
      refersTo={schema.type}
      value={null}
      onChange={(id) => {
        choose(schema.type, id);
        setChoosing(false);
      }}
    />
  ) : (
    <button type="button" className={css.link} onClick={() => setChoosing(true)}>
      {t(isChosen ? "trial.another" : "trial.try")}
    </button>
  );
}
