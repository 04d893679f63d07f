import {
  IconBell,
  IconBolt,
  IconDatabaseEdit,
  IconFileTypePdf,
  IconLink,
  IconMail,
  IconUserPlus,
  IconWebhook,
  type Icon,
} from "@tabler/icons-react";

const byWord: readonly (readonly [RegExp, Icon])[] = [
  [/mail/i, IconMail],
  [/pdf|document/i, IconFileTypePdf],
  [/hook|http/i, IconWebhook],
  [/notif|notice/i, IconBell],
  [/link/i, IconLink],
  [/assign/i, IconUserPlus],
  [/field|record/i, IconDatabaseEdit],
];

/** The icon of a block by what its key speaks of. */
export const blockIcon = (block: string): Icon => byWord.find(([word]) => word.test(block))?.[1] ?? IconBolt;
