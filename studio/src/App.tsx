import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import "dayjs/locale/zh-cn";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "./api/queryClient.ts";
import "./i18n/i18n.ts";
import { useLanguage } from "./i18n/useLanguage.ts";
import { router } from "./routes/router.tsx";
import { namedTheme } from "./theme/namedTheme.ts";
import { cssVariables } from "./theme/theme.ts";

/** The whole app: theme, data, language, pages. */
export function App() {
  const { t } = useTranslation(["states", "form"]);
  const { language } = useLanguage();
  const [close, nothingFound] = [t("close"), t("form:nothingFound")];
  const theme = useMemo(() => namedTheme(close, nothingFound), [close, nothingFound]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: language === "zh" ? "zh-cn" : "en", firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queryClient}>
          <ModalsProvider>
            <Notifications position="bottom-right" autoClose={5_000} />
            <RouterProvider router={router} />
          </ModalsProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
