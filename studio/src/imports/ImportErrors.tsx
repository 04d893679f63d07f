import { useTranslation } from "react-i18next";
import type { ImportPreview } from "../api/shapes.ts";
import css from "./ImportPage.module.css";

/** What is wrong, row by row, numbered as in the file. */
export function ImportErrors({ errors }: { readonly errors: ImportPreview["errors"] }) {
  const { t } = useTranslation("imports");
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            <th scope="col">{t("column")}</th>
            <th scope="col">{t("problem")}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map((error, index) => (
            <tr key={`${error.row}${index}`}>
              <td className="num">{error.row}</td>
              <td>{error.column ?? "–"}</td>
              <td className={css.error}>{error.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
