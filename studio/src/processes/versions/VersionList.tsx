import { ActionIcon, Button, Group, Menu } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../../shell/LinkButton.tsx";
import { useFormats } from "../../text/useFormats.ts";
import { ExportItems } from "../interchange/ExportItems.tsx";
import type { PublishedVersion, Rollback } from "../studioPorts.ts";
import css from "../studio.module.css";
import list from "../versions.module.css";

interface VersionListProps {
  readonly processKey: string;
  readonly versions: readonly PublishedVersion[];
  readonly rollbacks: readonly Rollback[];
  readonly publishedVersion: number | null;
  readonly shown: number | null;
  readonly canDesign: boolean;
  readonly onShow: (version: number) => void;
  /** Left out while the version that is shown is not there yet, or is the draft already. */
  readonly onRestore?: (() => void) | undefined;
  readonly onPutBack: (version: number) => void;
}

/** Who published what, when and why, newest first, and which of them was put in force again. */
export function VersionList({
  processKey,
  versions,
  rollbacks,
  publishedVersion,
  shown,
  canDesign,
  onShow,
  onRestore,
  onPutBack,
}: VersionListProps) {
  const { t } = useTranslation(["processes", "versions", "migration", "interchange"]);
  const { instant } = useFormats();
  if (versions.length === 0)
    return (
      <p className={css.muted} style={{ marginTop: 10 }}>
        {t("versions.none")}
      </p>
    );
  const newestFirst = [...versions].sort((one, other) => other.version - one.version);
  return (
    <ul className={list.versions}>
      {newestFirst.map(({ version, publishedAt, by, note, running }) => {
        const back = version === publishedVersion ? rollbacks.find(({ to }) => to === version) : undefined;
        const isLast = back !== undefined && rollbacks[0] === back;
        return (
          <li key={version} data-shown={version === shown} data-version={version}>
            <button
              type="button"
              className={list.open}
              aria-pressed={version === shown}
              onClick={() => onShow(version)}
            >
              <b>v{version}</b>
              {version === publishedVersion && (
                <span className={css.pill} data-tone="live">
                  {t("versions.current")}
                </span>
              )}
              <small>
                {by === "–"
                  ? t("versions.shipped", { when: instant(publishedAt) })
                  : t("versions.published", { when: instant(publishedAt), who: by })}
              </small>
              {running > 0 && <small>{t("migration:runOn", { count: running })}</small>}
              {note !== null && <small>{t("versions:why", { note })}</small>}
              {isLast && (
                <small>
                  {t("versions:back", { version, when: instant(back.at), who: back.by, reason: back.reason })}
                </small>
              )}
            </button>
            {version === shown && (
              <Group gap={6}>
                <Menu position="bottom-start">
                  <Menu.Target>
                    <ActionIcon aria-label={t("interchange:export.version", { version })}>
                      <IconDownload size={16} stroke={1.7} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <ExportItems processKey={processKey} version={version} />
                  </Menu.Dropdown>
                </Menu>
                {canDesign && onRestore && (
                  <Button variant="default" onClick={onRestore}>
                    {t("versions.restore")}
                  </Button>
                )}
                {canDesign && publishedVersion !== null && version !== publishedVersion && running > 0 && (
                  <LinkButton
                    variant="default"
                    to="/studio/processes/$key/migrate"
                    params={{ key: processKey }}
                    search={{ from: version, to: publishedVersion }}
                  >
                    {t("migration:offer.open")}
                  </LinkButton>
                )}
                {canDesign && publishedVersion !== null && version !== publishedVersion && (
                  <Button variant="default" onClick={() => onPutBack(version)}>
                    {t("versions:putBack.open")}
                  </Button>
                )}
              </Group>
            )}
          </li>
        );
      })}
    </ul>
  );
}
