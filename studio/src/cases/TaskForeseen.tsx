import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Foreseen, type Intended } from "./Foreseen.tsx";
import css from "./cases.module.css";

type Act = Extract<Intended, { taskId: string }>["act"];

/** What would come of each act that is open to the reader, shown when they ask for it. */
export function TaskForeseen({
  caseId,
  taskId,
  acts,
}: {
  readonly caseId: string;
  readonly taskId: string;
  readonly acts: readonly { readonly label: string; readonly act: Act }[];
}) {
  const { t } = useTranslation("cases");
  const [isOpen, setOpen] = useState(false);
  if (acts.length === 0) return null;
  return (
    <div className={css.ask}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconEye size={14} stroke={1.7} />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t("foreseen.ask")}
      </Button>
      {isOpen && (
        <dl>
          {acts.map(({ label, act }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Foreseen caseId={caseId} intended={{ taskId, act }} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
