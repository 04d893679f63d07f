import { useTranslation } from "react-i18next";
import type { ImportPreview } from "../api/shapes.ts";
import css from "./ImportPage.module.css";

/** What is wrong, row by row, numbered as in the file. */
export function ImportErrors({ errors }: { readonly errors: ImportPreview["errors"] }) {
  const { t } = useTranslation("imports");
  const hasColumns = errors.some((error) => error.column !== null);
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            {hasColumns ? <th scope="col">{t("column")}</th> : null}
            <th scope="col">{t("problem")}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map((error, index) => (
            <tr key={`${error.row}${index}`}>
              <td className="num">{error.row}</td>
              {hasColumns ? <td>{error.column ?? "–"}</td> : null}
              <td className={css.error}>{error.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
